$version: "2.0"

namespace org.carillon.api

/// Operations of Amazon's that the model has by their routes only, each with its name, verb and path. The server
/// answers them as operations that are not implemented, rather than as unknown paths.
@trait(selector: "service")
list unserved {
    member: String
}

// What chime-sdk-voice 2022-08-03 has beyond the operations of this model.
apply Carillon @unserved([
    "CreateProxySession POST /voice-connectors/{VoiceConnectorId}/proxy-sessions"
    "CreateSipMediaApplicationCall POST /sip-media-applications/{SipMediaApplicationId}/calls"
    "CreateVoiceProfile POST /voice-profiles"
    "CreateVoiceProfileDomain POST /voice-profile-domains"
    "DeleteProxySession DELETE /voice-connectors/{VoiceConnectorId}/proxy-sessions/{ProxySessionId}"
    "DeleteVoiceConnectorExternalSystemsConfiguration DELETE /voice-connectors/{VoiceConnectorId}/external-systems-configuration"
    "DeleteVoiceConnectorProxy DELETE /voice-connectors/{VoiceConnectorId}/programmable-numbers/proxy"
    "DeleteVoiceConnectorStreamingConfiguration DELETE /voice-connectors/{VoiceConnectorId}/streaming-configuration"
    "DeleteVoiceProfile DELETE /voice-profiles/{VoiceProfileId}"
    "DeleteVoiceProfileDomain DELETE /voice-profile-domains/{VoiceProfileDomainId}"
    "GetProxySession GET /voice-connectors/{VoiceConnectorId}/proxy-sessions/{ProxySessionId}"
    "GetSipMediaApplicationAlexaSkillConfiguration GET /sip-media-applications/{SipMediaApplicationId}/alexa-skill-configuration"
    "GetSipMediaApplicationLoggingConfiguration GET /sip-media-applications/{SipMediaApplicationId}/logging-configuration"
    "GetSpeakerSearchTask GET /voice-connectors/{VoiceConnectorId}/speaker-search-tasks/{SpeakerSearchTaskId}"
    "GetVoiceConnectorExternalSystemsConfiguration GET /voice-connectors/{VoiceConnectorId}/external-systems-configuration"
    "GetVoiceConnectorProxy GET /voice-connectors/{VoiceConnectorId}/programmable-numbers/proxy"
    "GetVoiceConnectorStreamingConfiguration GET /voice-connectors/{VoiceConnectorId}/streaming-configuration"
    "GetVoiceProfile GET /voice-profiles/{VoiceProfileId}"
    "GetVoiceProfileDomain GET /voice-profile-domains/{VoiceProfileDomainId}"
    "GetVoiceToneAnalysisTask GET /voice-connectors/{VoiceConnectorId}/voice-tone-analysis-tasks/{VoiceToneAnalysisTaskId}"
    "ListProxySessions GET /voice-connectors/{VoiceConnectorId}/proxy-sessions"
    "ListVoiceProfileDomains GET /voice-profile-domains"
    "ListVoiceProfiles GET /voice-profiles"
    "PutSipMediaApplicationAlexaSkillConfiguration PUT /sip-media-applications/{SipMediaApplicationId}/alexa-skill-configuration"
    "PutSipMediaApplicationLoggingConfiguration PUT /sip-media-applications/{SipMediaApplicationId}/logging-configuration"
    "PutVoiceConnectorExternalSystemsConfiguration PUT /voice-connectors/{VoiceConnectorId}/external-systems-configuration"
    "PutVoiceConnectorProxy PUT /voice-connectors/{VoiceConnectorId}/programmable-numbers/proxy"
    "PutVoiceConnectorStreamingConfiguration PUT /voice-connectors/{VoiceConnectorId}/streaming-configuration"
    "StartSpeakerSearchTask POST /voice-connectors/{VoiceConnectorId}/speaker-search-tasks"
    "StartVoiceToneAnalysisTask POST /voice-connectors/{VoiceConnectorId}/voice-tone-analysis-tasks"
    "StopSpeakerSearchTask POST /voice-connectors/{VoiceConnectorId}/speaker-search-tasks/{SpeakerSearchTaskId}?operation=stop"
    "StopVoiceToneAnalysisTask POST /voice-connectors/{VoiceConnectorId}/voice-tone-analysis-tasks/{VoiceToneAnalysisTaskId}?operation=stop"
    "UpdateProxySession POST /voice-connectors/{VoiceConnectorId}/proxy-sessions/{ProxySessionId}"
    "UpdateSipMediaApplicationCall POST /sip-media-applications/{SipMediaApplicationId}/calls/{TransactionId}"
    "UpdateVoiceProfile PUT /voice-profiles/{VoiceProfileId}"
    "UpdateVoiceProfileDomain PUT /voice-profile-domains/{VoiceProfileDomainId}"
    "ValidateE911Address POST /emergency-calling/address"
])
