"""Words of a text: figures whole, domain words known, nobody else's tokenizer touched."""

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from toolkit.corpus.sentences.compose import sentences
from toolkit.nlp.segment import cutter, tokenizer, words


def test_figures_stay_whole() -> None:
    assert "98.50%" in words("满意度达到98.50%以上")
    assert "387,236.73" in words("预算387,236.73万元")


def test_domain_words_are_known() -> None:
    assert {"结转", "结余"} <= set(words("结转结余较大"))
    assert "支付进度" in words("支付进度偏慢")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="预算支付率结余123.%，。扣分 ab", max_size=40))
def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(words(text)) == text


def test_global_tokenizer_stays_untouched() -> None:
    program = (
        "import warnings; warnings.simplefilter('ignore')\n"
        "from toolkit.nlp.segment import words\n"
        "words('支付进度')\n"
        "import jieba; print(jieba.dt.initialized, jieba.dt.cache_file)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "None"]
    assert done.stderr == ""


def test_rjieba_cuts_what_jieba_cuts() -> None:
    pytest.importorskip("rjieba", reason="the extra `fast` is not installed")
    texts = [one.text for one in sentences("first", 1, 1500)]
    texts += [line for page in sorted((ROOT / "docs").glob("*.md")) for line in page.read_text("utf-8").splitlines()]
    han = [run for text in texts for run in re.findall("[一-鿿，。；：、（）]+", text)]
    slow = tokenizer()
    assert len(han) > 3000
    assert [run for run in han if cutter()(run) != list(slow.cut(run, HMM=False))] == []
