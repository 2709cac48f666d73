package org.carillon.server.trunks.rules;

import java.util.List;
import org.carillon.api.model.CreateSipMediaApplicationInput;
import org.carillon.api.model.CreateSipMediaApplicationOutput;
import org.carillon.api.model.Tag;
import org.carillon.platform.db.Ids;
import org.carillon.platform.operations.Limit;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.tags.Tags;

/** Creates a SIP media application, with the tags it begins with. */
final class CreateSipMediaApplication
    implements WriteOperation<CreateSipMediaApplicationInput, CreateSipMediaApplicationOutput> {

  private final SipMediaApplicationStore applications;
  private final Tags tags;
  private final Ids ids;
  private final Limit limit;

  CreateSipMediaApplication(
      SipMediaApplicationStore applications, Tags tags, Ids ids, Limit limit) {
    this.applications = applications;
    this.tags = tags;
    this.ids = ids;
    this.limit = limit;
  }

  @Override
  public CreateSipMediaApplicationOutput run(
      CreateSipMediaApplicationInput input, OperationContext context) {
    context.transaction().serialize(ResourceLock.SIP_MEDIA_APPLICATIONS, context.organizationId());
    limit.refuseBeyond(context, Limit.ORGANIZATION, 1, most -> applications.count(context, most));
    SipMediaApplication application =
        SipMediaApplication.created(
            ids.id(), input.awsRegion(), input.name(), input.endpoints(), context.now());
    applications.add(context, application);
    List<Tag> wanted = input.tags();
    if (wanted != null) {
      tags.put(context, application.arn(context.organizationId()), wanted);
    }
    context.auditSubject(application.applicationId());
    return new CreateSipMediaApplicationOutput(application.view(context.organizationId()));
  }
}
