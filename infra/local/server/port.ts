export const DEFAULT_PORT = 8787;

/** The port of the bureau on this machine: as `--port` says, else the environment's PORT. Throws when it is no port. */
export const readPort = (given: string | undefined): number => {
  const [name, text] = given === undefined ? ['PORT', process.env.PORT] : ['--port', given];
  const port = text === undefined ? DEFAULT_PORT : Number(text);
  if (text === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`${name} 应为 0–65535 的整数,现为“${text}”`);
  return port;
};
