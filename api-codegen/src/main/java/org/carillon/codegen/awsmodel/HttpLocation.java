package org.carillon.codegen.awsmodel;

import java.util.Optional;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.traits.HttpHeaderTrait;
import software.amazon.smithy.model.traits.HttpLabelTrait;
import software.amazon.smithy.model.traits.HttpPrefixHeadersTrait;
import software.amazon.smithy.model.traits.HttpQueryParamsTrait;
import software.amazon.smithy.model.traits.HttpQueryTrait;
import software.amazon.smithy.model.traits.HttpResponseCodeTrait;
import software.amazon.smithy.model.traits.JsonNameTrait;

/**
 * Where in an HTTP message a member travels, and under which name.
 *
 * @param location empty for a body
 * @param name empty where the member's own name holds, or where there is none
 */
record HttpLocation(Optional<String> location, Optional<String> name) {

  /** Returns a member's location; empty for one that travels in a body under its own name. */
  static Optional<HttpLocation> of(MemberShape member) {
    if (member.hasTrait(HttpLabelTrait.class)) {
      return at("uri", member.getMemberName());
    }
    if (member.hasTrait(HttpQueryTrait.class)) {
      return at("querystring", member.expectTrait(HttpQueryTrait.class).getValue());
    }
    if (member.hasTrait(HttpQueryParamsTrait.class)) {
      return Optional.of(new HttpLocation(Optional.of("querystring"), Optional.empty()));
    }
    if (member.hasTrait(HttpHeaderTrait.class)) {
      return at("header", member.expectTrait(HttpHeaderTrait.class).getValue());
    }
    if (member.hasTrait(HttpPrefixHeadersTrait.class)) {
      return at("headers", member.expectTrait(HttpPrefixHeadersTrait.class).getValue());
    }
    if (member.hasTrait(HttpResponseCodeTrait.class)) {
      return Optional.of(new HttpLocation(Optional.of("statusCode"), Optional.empty()));
    }
    return member
        .getTrait(JsonNameTrait.class)
        .map(json -> new HttpLocation(Optional.empty(), Optional.of(json.getValue())));
  }

  private static Optional<HttpLocation> at(String location, String name) {
    return Optional.of(new HttpLocation(Optional.of(location), Optional.of(name)));
  }

  void write(ObjectNode.Builder node) {
    location.ifPresent(text -> node.withMember("location", text));
    name.ifPresent(text -> node.withMember("locationName", text));
  }
}
