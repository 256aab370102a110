export { commonConfigShape, type QuotaOverride } from './config/common-config.js';
export { addFault, type ConfigFault } from './config/config-issue.js';
export { credentialText } from './config/credential-text.js';
export { fieldsFromEnv } from './config/fields-from-env.js';
export { parseConfig, type ConfigAdvice } from './config/parse-config.js';
export { publicIpv4 } from './config/public-ipv4.js';
export { accountText, secretText, type CredentialRules } from './config/secret-text.js';
export { withQuotaOverrides } from './config/with-quota-overrides.js';
export { clientIpField } from './egress/client-ip-field.js';
export type { EgressAnswer, EgressReading } from './egress/egress-reading.js';
export { EgressWatch, type EgressWatchSettings } from './egress/egress-watch.js';
export { readEgressAddress, type ReadEgressOptions } from './egress/read-egress-address.js';
export { errorOfFault } from './faults/error-of-fault.js';
export { errorOfStrayReply } from './faults/error-of-stray-reply.js';
export type { FaultContext } from './faults/fault-context.js';
export {
  assumed,
  documented,
  observed,
  type FaultCertainty,
  type FaultMeaning,
  type FaultRow,
} from './faults/fault-row.js';
export { HttpClient } from './http/http-client.js';
export type { HttpSettings } from './http/http-settings.js';
export { largeReplyBytes } from './http/large-reply.js';
export { isRedirect, leadsToLogin } from './http/login-redirect.js';
export { readRetryAfter } from './http/read-retry-after.js';
export type { VendorReply, VendorRequest } from './http/vendor-request.js';
export { withRetry } from './http/with-retry.js';
export type { Quota, QuotaPass } from './quota/quota.js';
export { ownRequests } from './quota/own-requests.js';
export { quotaFor } from './quota/quota-for.js';
export { decimalText } from './reading/decimal-text.js';
export { emitDrift, type Drift } from './reading/emit-drift.js';
export { flatMapInSlices } from './reading/flat-map-in-slices.js';
export { notACursor } from './reading/not-a-cursor.js';
export { parseJson, type ParseJsonOptions } from './reading/parse-json.js';
export { parseXml, type ParseXmlOptions } from './reading/parse-xml.js';
export { readBack } from './reading/read-back.js';
export {
  readFields,
  xmlBoolean,
  type FieldIssue,
  type FieldsReading,
} from './reading/read-fields.js';
export { readJsonReply, type JsonReplyContext } from './reading/read-json-reply.js';
export {
  readTolerantly,
  type FieldDrift,
  type TolerantReading,
} from './reading/read-tolerantly.js';
export { isReadFault, ReadFault } from './reading/read-fault.js';
export { retoldError, type Retelling } from './reading/retold-error.js';
export { toUnexpectedResponse } from './reading/to-unexpected-response.js';
export { wireField } from './reading/wire-field.js';
export type { XmlElement } from './reading/xml-element.js';
export { personalTextsOf } from './redaction/personal-texts.js';
export { createRedactor, snippetOf, type Redact } from './redaction/redactor.js';
export { splitPhone, type SplitPhone } from './phone/split-phone.js';
export { foreignCall } from './foreign/foreign-call.js';
export { foreignRedactor } from './foreign/foreign-redactor.js';
export { isEmailAddress, oddCredentials, type CredentialShape } from './foreign/odd-credentials.js';
export {
  readForeignRequest,
  type BodyForm,
  type ReadForeignRequest,
} from './foreign/read-foreign-request.js';
export { publicEchoServices } from './probes/egress-probe.js';
export type { ProbeAccess, ProbeEndpoint } from './probes/probe-access.js';
export { standardProbes } from './probes/standard-probes.js';
