/** The URL of a file in the output of the build. */
declare module '*?url' {
  const address: string;
  export default address;
}

/** Flow's client, which the build puts into generated/. */
declare module 'Frontend/generated/jar-resources/Flow.js' {
  export class Flow {
    constructor(config: { imports(): Promise<unknown> });
    readonly serverSideRoutes: [{ action(context: unknown): Promise<HTMLElement> }];
  }
}

/** The modules that Flow's views need, found by the build. */
declare module 'Frontend/generated/flow/generated-flow-imports.js';
