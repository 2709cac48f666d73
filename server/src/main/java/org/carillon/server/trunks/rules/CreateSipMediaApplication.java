package org.carillon.server.trunks.rules;

import java.util.List;
import org.carillon.api.model.CreateSipMediaApplicationInput;
import org.carillon.api.model.CreateSipMediaApplicationOutput;
import org.carillon.api.model.Tag;
import org.carillon.platform.db.Keys;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.Quota;
import org.carillon.platform.operations.Quotas;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.inventory.tags.Tags;

/** Creates a SIP media application, with the tags it begins with. */
final class CreateSipMediaApplication
    implements WriteOperation<CreateSipMediaApplicationInput, CreateSipMediaApplicationOutput> {

  private final SipMediaApplicationStore applications;
  private final Tags tags;
  private final Keys keys;
  private final Quotas quotas;

  CreateSipMediaApplication(
      SipMediaApplicationStore applications, Tags tags, Keys keys, Quotas quotas) {
    this.applications = applications;
    this.tags = tags;
    this.keys = keys;
    this.quotas = quotas;
  }

  @Override
  public CreateSipMediaApplicationOutput run(CreateSipMediaApplicationInput input, Call call) {
    call.transaction().alone("sip-media-applications/" + call.organizationId());
    int most = quotas.of(Quota.SIP_MEDIA_APPLICATIONS);
    quotas.refuseFurther(Quota.SIP_MEDIA_APPLICATIONS, applications.count(call, most));
    SipMediaApplication application =
        SipMediaApplication.created(
            keys.id(), input.awsRegion(), input.name(), input.endpoints(), call.now());
    applications.add(call, application);
    List<Tag> wanted = input.tags();
    if (wanted != null) {
      tags.put(call, application.arn(call.organizationId()), wanted);
    }
    call.concerns(application.applicationId());
    return new CreateSipMediaApplicationOutput(application.view(call.organizationId()));
  }
}
