/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The address of the repository, once there is one. */
  readonly PUBLISHER_REPOSITORY?: string;
}
