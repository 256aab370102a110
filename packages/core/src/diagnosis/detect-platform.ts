/** The variables by which a platform shows, where programs leave by an address that changes. */
const platforms: readonly (readonly [variable: string, name: string])[] = [
  ['AWS_LAMBDA_FUNCTION_NAME', 'AWS Lambda'],
  ['VERCEL', 'Vercel'],
  ['NETLIFY', 'Netlify'],
  ['K_SERVICE', 'Google Cloud Run'],
  ['FUNCTIONS_WORKER_RUNTIME', 'Azure Functions'],
  ['GITHUB_ACTIONS', 'GitHub Actions'],
  ['GITLAB_CI', 'GitLab CI'],
  ['DYNO', 'Heroku'],
];

/**
 * The platform that environment variables name, if it is one whose outgoing address changes from run to run.
 *
 * @param env - such as `process.env`
 */
export function detectPlatform(
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return platforms.find(([variable]) => (env[variable] ?? '') !== '')?.[1];
}
