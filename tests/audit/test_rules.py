"""Every rule of the catalogue answers to its own examples, and to no others of them with an error."""

import re

import pytest

from tests.audit.cases import dossier
from toolkit.audit.rule import Example, Rule
from toolkit.audit.run import rules
from toolkit.model.finding import Finding, Severity

RULES = rules()
CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{example.kind}-{number}")
    for rule in RULES.values()
    for number, example in enumerate(rule.examples)
]
BANNED = ("造假", "虚报", "抄袭", "弄虚作假")
HEADINGS = ("检查什么：", "为什么：", "依据：", "何时不报：")
FIRES = [case for case in CASES if case.values[1].kind == "fires"]


def _findings(example: Example) -> tuple[Finding, ...]:
    return dossier(example).findings


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Example) -> None:
    findings = _findings(example)
    own = [finding for finding in findings if finding.code == rule.code]
    if example.kind == "fires":
        assert own, [finding.message for finding in findings]
        assert example.severity in (None, own[0].severity), own[0].message
    else:
        assert own == []
    others = [one.message for one in findings if one.severity is Severity.ERROR and one.code != rule.code]
    assert others == [], "an example must not raise another error"


@pytest.mark.parametrize(("rule", "example"), FIRES)
def test_message_names_the_place_and_both_values(rule: Rule, example: Example) -> None:
    found = [finding for finding in _findings(example) if finding.code == rule.code]
    for finding in found:
        text = f"{finding.message}{finding.advice}{finding.ask}"
        assert not [word for word in BANNED if word in text]
        assert re.search(r"第\d+行|未见", finding.message), finding.message
        assert finding.where
        assert finding.observed
        numbers = re.findall(r"\d+(?:\.\d+)?", finding.observed)
        assert all(number in finding.message.replace(",", "") for number in numbers), finding.message


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_is_complete(rule: Rule) -> None:
    kinds = [example.kind for example in rule.examples]
    assert kinds.count("fires") >= 2
    assert kinds.count("silent") >= 2
    assert kinds.count("near_miss") >= 1
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z-]+", rule.name)
    assert rule.title
    assert all(heading in rule.explanation for heading in HEADINGS), rule.explanation
    assert [rule.explanation.index(heading) for heading in HEADINGS] == sorted(
        rule.explanation.index(heading) for heading in HEADINGS
    )


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_stands_in_the_file_of_its_name(rule: Rule) -> None:
    module = rule.check.__module__
    assert module == f"toolkit.audit.rules.{rule.family.lower()}.{rule.code.lower()}_{rule.name.replace('-', '_')}"


def test_examples_name_no_real_place() -> None:
    text = "".join(example.text for rule in RULES.values() for example in rule.examples)
    assert "广州" not in text
