// Opens Swagger UI on the page of the API. A file of its own, because the page allows no inline scripts.
const place = document.getElementById('swagger-ui');
const dark = matchMedia('(prefers-color-scheme: dark)');

/** Swagger UI brings a dark look, but does not ask the browser for it. */
function followColours() {
  document.documentElement.classList.toggle('dark-mode', dark.matches);
}

dark.addEventListener('change', followColours);
followColours();

window.SwaggerUIBundle({
  domNode: place,
  url: place.dataset.url,
  presets: [window.SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  docExpansion: 'list',
  defaultModelsExpandDepth: -1,
  deepLinking: true,
  // No text is sent to a service elsewhere.
  validatorUrl: null,
});
