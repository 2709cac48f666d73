package org.carillon.server.calls.resolver;

import java.util.ArrayList;
import java.util.List;
import org.carillon.api.model.CallRoute;
import org.carillon.api.model.CallStep;
import org.carillon.api.model.CallStepAction;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.Greeting;
import org.carillon.api.model.MenuEntry;
import org.jspecify.annotations.Nullable;

/** Collects the steps of a call, each with its reason. */
final class Steps {

  private static final int REASON_LIMIT = 2048;

  private final List<CallStep> found = new ArrayList<>();

  /** All so far. */
  List<CallStep> all() {
    return found;
  }

  void enter(@Nullable CallTarget target, String reason) {
    add(step(CallStepAction.ENTER, reason).target(target));
  }

  void ring(String userId, int seconds, String reason) {
    add(step(CallStepAction.RING, reason).target(user(userId)).seconds(seconds));
  }

  void ringTogether(List<String> userIds, int seconds, String reason) {
    add(step(CallStepAction.RING_TOGETHER, reason).userIds(userIds).seconds(seconds));
  }

  void skip(@Nullable String userId, String reason) {
    add(step(CallStepAction.SKIP, reason).target(userId == null ? null : user(userId)));
  }

  void play(Greeting greeting, String reason) {
    add(step(CallStepAction.PLAY_GREETING, reason).greeting(greeting));
  }

  void menu(List<MenuEntry> menu, int seconds, String reason) {
    add(step(CallStepAction.MENU, reason).menu(menu).seconds(seconds));
  }

  void key(@Nullable CallTarget target, String reason) {
    add(step(CallStepAction.KEY, reason).target(target));
  }

  void voicemail(String userId, String reason) {
    add(
        step(CallStepAction.VOICEMAIL, reason)
            .target(new CallTarget(CallTargetType.VOICEMAIL, userId)));
  }

  void lineVoicemail(String lineId, String reason) {
    add(step(CallStepAction.VOICEMAIL, reason).lineId(lineId));
  }

  void dial(String e164, String reason) {
    add(
        step(CallStepAction.DIAL, reason)
            .target(new CallTarget(CallTargetType.PHONE_NUMBER, e164)));
  }

  void trunk(String holderId, @Nullable List<CallRoute> routes, String reason) {
    add(step(CallStepAction.TRUNK, reason).holderId(holderId).routes(routes));
  }

  void sipRule(String holderId, String reason) {
    add(step(CallStepAction.SIP_RULE, reason).holderId(holderId));
  }

  void hangUp(String reason) {
    add(step(CallStepAction.HANG_UP, reason));
  }

  private static CallStep.Builder step(CallStepAction action, String reason) {
    // By code points: half a character could not be answered.
    boolean fits = reason.codePointCount(0, reason.length()) <= REASON_LIMIT;
    return CallStep.builder()
        .action(action)
        .reason(fits ? reason : reason.substring(0, reason.offsetByCodePoints(0, REASON_LIMIT)));
  }

  private static CallTarget user(String userId) {
    return new CallTarget(CallTargetType.USER, userId);
  }

  private void add(CallStep.Builder step) {
    found.add(step.build());
  }
}
