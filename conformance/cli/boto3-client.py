"""boto3's client of Carillon, made of the model that the server answers:

CARILLON_ENDPOINT=http://127.0.0.1:8080 AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… python3 conformance/cli/boto3-client.py

Every operation of the model loads and sends what the OpenAPI document says; one request of each kind goes there and back.
"""

import datetime
import importlib.util
import json
import os
import re
import tempfile
import time
import unittest
import urllib.request

ENDPOINT = os.environ["CARILLON_ENDPOINT"]
MODELS = tempfile.TemporaryDirectory()
os.environ["AWS_DATA_PATH"] = MODELS.name
os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")
os.environ["AWS_CONFIG_FILE"] = os.environ["AWS_SHARED_CREDENTIALS_FILE"] = os.devnull

import boto3
from botocore import xform_name
from botocore.serialize import create_serializer
from botocore.utils import ArgumentGenerator


def published(path):
    with urllib.request.urlopen(ENDPOINT + path) as answer:
        return answer.read()


def install():
    folder = os.path.join(MODELS.name, "carillon", "2018-05-01")
    os.makedirs(folder)
    for name in ("service-2.json", "paginators-1.json"):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(published("/" + name))


def contract():
    """The operations of the OpenAPI document by name: verb, path, description, and all component schemas."""
    document = json.loads(published("/openapi.json"))
    operations = {
        description["operationId"]: (verb.upper(), path, description)
        for path, verbs in document["paths"].items()
        for verb, description in verbs.items()
    }
    return operations, document["components"]["schemas"]


install()
CLIENT = boto3.client("carillon", endpoint_url=ENDPOINT)
MODEL = CLIENT.meta.service_model
RUN = str(os.getpid())


class EveryOperation(unittest.TestCase):
    def test_all_operations_of_the_contract_have_a_method_and_a_text(self):
        operations, _ = contract()
        self.assertEqual(sorted(operations), sorted(MODEL.operation_names))
        for name in operations:
            self.assertTrue(callable(getattr(CLIENT, xform_name(name))))
            self.assertTrue(MODEL.operation_model(name).documentation, name)

    def test_all_shapes_load_and_all_members_have_a_text(self):
        for name in MODEL.shape_names:
            shape = MODEL.shape_for(name)
            for member, target in getattr(shape, "members", {}).items():
                self.assertTrue(target.documentation, name + "." + member)
                self.assertIn(target.type_name, "boolean integer long float double string timestamp blob list map structure")

    def test_all_requests_are_those_of_the_contract(self):
        operations, schemas = contract()
        serializer = create_serializer("rest-json", include_validation=False)
        for name, (verb, path, description) in operations.items():
            with self.subTest(name):
                model = MODEL.operation_model(name)
                members = model.input_shape and ArgumentGenerator(use_member_names=True).generate_skeleton(model.input_shape)
                request = serializer.serialize_to_request(members or {}, model)
                route, _, query = path.partition("?")
                sent_route, _, sent_query = request["url_path"].partition("?")
                self.assertEqual(verb, request["method"])
                self.assertRegex(sent_route, "^" + re.sub(r"\{\w+\}", "[^/]+", route) + "$")
                self.assertEqual(query, sent_query)
                parameters = description.get("parameters", [])
                named = {each["name"] for each in parameters if each["in"] == "query"}
                self.assertEqual(named, set(request["query_string"]))
                if "requestBody" in description:
                    body = description["requestBody"]["content"]["application/json"]["schema"]["$ref"]
                    self.assertEqual(set(schemas[body.rsplit("/", 1)[1]]["properties"]), set(json.loads(request["body"])))

    def test_no_member_of_our_operations_is_called_like_a_flag_of_the_command_line(self):
        # Found, not imported: the command line has a botocore of its own.
        command_line = importlib.util.find_spec("awscli").submodule_search_locations[0]
        with open(os.path.join(command_line, "data", "cli.json")) as file:
            flags = set(json.load(file)["options"])
        self.assertIn("version", flags)
        ours = [name for name, (_, _, description) in contract()[0].items() if "Carillon" in description.get("tags", [])]
        self.assertGreater(len(ours), 50)
        for name in ours:
            shape = MODEL.operation_model(name).input_shape
            members = shape.members if shape else []
            self.assertEqual(set(), flags & {xform_name(member, "-") for member in members}, name)

    def test_all_lists_have_pages(self):
        lists = 0
        for name in MODEL.operation_names:
            model = MODEL.operation_model(name)
            if model.input_shape and "NextToken" in model.input_shape.members:
                # What is exported is one text, whose pages no client puts together.
                whole = "payload" in model.output_shape.serialization
                self.assertEqual(not whole, CLIENT.can_paginate(xform_name(name)), name)
                if not whole:
                    paginator = CLIENT.get_paginator(xform_name(name))
                    self.assertIn(paginator.result_keys[0].expression, model.output_shape.members)
                    lists += 1
        self.assertGreater(lists, 20)


class EveryKindOfMember(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.account = CLIENT.create_account(Name="boto3 " + RUN)["Account"]["AccountId"]
        cls.user = CLIENT.create_user(AccountId=cls.account, Email="boto%s@example.com" % RUN)["User"]["UserId"]
        cls.number = CLIENT.search_available_phone_numbers(AreaCode=os.environ["CARILLON_AREA_CODE"], MaxResults=1)[
            "E164PhoneNumbers"
        ][0]
        order = CLIENT.create_phone_number_order(ProductType="BusinessCalling", E164PhoneNumbers=[cls.number])
        order = order["PhoneNumberOrder"]
        end = time.monotonic() + 30
        while order["Status"] == "Processing" and time.monotonic() < end:
            time.sleep(0.2)
            order = CLIENT.get_phone_number_order(PhoneNumberOrderId=order["PhoneNumberOrderId"])["PhoneNumberOrder"]
        line = CLIENT.create_line(E164PhoneNumber=cls.number, Name="Sälès / ✆", AssignedUserIds=[cls.user])["Line"]
        cls.line, cls.begun = line["LineId"], line["CreatedTimestamp"]

    def test_labels(self):
        for label in ("a b", "a/b", "ü%2F", "?#&"):
            with self.assertRaises(CLIENT.exceptions.NotFoundException) as refused:
                CLIENT.get_line(LineId=label)
            self.assertIn(label, refused.exception.response["Error"]["Message"])
            self.assertEqual("NotFound", refused.exception.response["Code"])

    def test_queries(self):
        self.assertEqual([self.line], [line["LineId"] for line in CLIENT.list_lines(UserId=self.user)["Lines"]])

    def test_bodies(self):
        line = CLIENT.get_line(LineId=self.line)["Line"]
        self.assertEqual("Sälès / ✆", line["Name"])
        self.assertEqual([self.user], [user["UserId"] for user in line["AssignedUsers"]])

    def test_what_get_answers_is_known_to_update(self):
        line = CLIENT.get_line(LineId=self.line)["Line"]
        known = MODEL.operation_model("UpdateLine").input_shape.members
        change = CLIENT.update_line(**{**{name: value for name, value in line.items() if name in known}, "Name": "Support"})
        self.assertEqual([self.user], change["Line"]["AssignedUserIds"])
        self.assertEqual(("Support", 2), (change["Line"]["Name"], change["Line"]["Revision"]))
        with self.assertRaises(CLIENT.exceptions.ConflictException):
            CLIENT.update_line(LineId=self.line, Revision=1, Name="Help", AssignedUserIds=[self.user])

    def test_instants_headers_and_payloads(self):
        record = "call-" + RUN
        zone = datetime.timezone(datetime.timedelta(hours=2))
        started = self.begun.astimezone(zone) + datetime.timedelta(milliseconds=7)
        CLIENT.put_record(
            RecordId=record,
            Report={
                "Sequence": 2**40,
                "Type": "Call",
                "Direction": "Inbound",
                "Outcome": "Missed",
                "E164PhoneNumber": self.number,
                "StartedTimestamp": started,
            },
        )
        stored = CLIENT.get_record(RecordId=record)["Record"]
        self.assertEqual((started, 2**40), (stored["StartedTimestamp"], stored["Sequence"]))
        after = started + datetime.timedelta(milliseconds=1)
        listed = CLIENT.list_records(E164PhoneNumber=self.number, StartedFrom=started, StartedBefore=after)["Records"]
        self.assertEqual([record], [each["RecordId"] for each in listed])
        self.assertEqual([], CLIENT.list_records(E164PhoneNumber=self.number, StartedFrom=after)["Records"])
        file = CLIENT.export_records(E164PhoneNumber=self.number)
        self.assertIn(record, file["Csv"])
        self.assertIn("attachment", file["ContentDisposition"])

    def test_pages(self):
        for name in ("1", "2", "3", "4", "5"):
            CLIENT.create_device(AccountId=self.account, Name=name, Type="SoftClient", SipUsername="boto%s-%s" % (RUN, name))
        pages = list(
            CLIENT.get_paginator("list_devices").paginate(AccountId=self.account, PaginationConfig={"PageSize": 2})
        )
        self.assertEqual([["1", "2"], ["3", "4"], ["5"]], [[device["Name"] for device in page["Devices"]] for page in pages])


if __name__ == "__main__":
    unittest.main()
