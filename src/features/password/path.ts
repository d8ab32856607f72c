export const PATH = '/konto/passwort';
