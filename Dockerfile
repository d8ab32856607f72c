# The portal in a container: docker build -t kundenportal .
# Without DATABASE_URL it runs the demo, with its own PostgreSQL in /data.
FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=packages /app/node_modules ./node_modules
COPY package.json package-lock.json .npmrc tsconfig.json LICENSE ./
COPY bin ./bin
COPY scripts ./scripts
COPY migrations ./migrations
COPY seeds ./seeds
COPY templates ./templates
COPY src ./src
# The user of the container cannot write here: what is translated now need not be at every start.
RUN node --import ./scripts/lib/typescript-loader.mjs --input-type=module --eval "await import('./src/commands/serve.ts')"
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["bin/portal"]
CMD ["serve"]
