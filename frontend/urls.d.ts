/** The URL of a file in the output of the build. */
declare module '*?url' {
  const address: string;
  export default address;
}
