"""What a figure of a headline is of: outcome, noun, deed."""

from __future__ import annotations

from functools import lru_cache

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.repeats.scopes import TABLE, moved, whole_of
from numcheck.relate.wording import closes, opens

_WAYS = {"rise": frozenset({"rise", "raise"}), "fall": frozenset({"fall", "cut"})}
_TURNS = frozenset({"while", "whereas", "but", ";"})
_MANY = frozenset("gang pair duo trio ring family couple group two three four five six".split())
_STOPS = frozenset({",", ";", ".", "(", "and", "after", "when", "as", "who", "while"})
_FAR = 12
_STEM = 6


def subject(sentence: Sentence, quantity: Quantity) -> str | None:
    """Name what a figure counts: an outcome that befell people, or a noun."""
    outcome = _outcome(sentence, quantity)
    people = lexicon.words(TABLE, "people")
    noun = _noun(sentence, quantity)
    if outcome and (noun is None or noun in people or outcome == noun or quantity.noun == outcome):
        return outcome
    if noun is None or noun in people:
        return None
    return f"noun {noun}"


def of_others(headline: Sentence, first: Quantity, sentence: Sentence) -> frozenset[int]:
    """Return where figures stand that count whom something else befell: "and nine were hurt"."""
    what = _outcome(headline, first)
    if what is None:
        return frozenset()
    told = ((q.first, _outcome(sentence, q)) for q in sentence.quantities)
    return frozenset(place for place, outcome in told if outcome not in (None, what))


def same_subject(sentence: Sentence, quantity: Quantity, what: str, first: Quantity) -> bool:
    """Say whether a figure of the story counts what the headline's does."""
    noun = _noun(sentence, quantity)
    if what.startswith("noun "):
        if noun != what[5:]:
            return False
        ours, theirs = set(first.modifiers), set(quantity.modifiers)
        return not (theirs - ours) or not (ours ^ theirs) or not ours
    if noun is not None and noun not in lexicon.words(TABLE, "people") and noun != what:
        return False
    return _outcome(sentence, quantity) == what


def _noun(sentence: Sentence, quantity: Quantity) -> str | None:
    """Return the noun counted, under one name for all that say the same."""
    noun = quantity.noun
    if noun is None:
        whole = whole_of(sentence, quantity)
        noun = whole.noun if whole else None
    return None if noun is None else lexicon.members(TABLE, "same_nouns").get(noun, noun)


def _outcome(sentence: Sentence, quantity: Quantity) -> str | None:
    """Return what befell those counted: the nearest outcome after them, or right before."""
    table = lexicon.phrases(TABLE, "outcomes")
    words = sentence.words
    if quantity.noun:
        hit = table.at([quantity.noun], 0)
        if hit is not None:
            return hit[0]
    after = closes(sentence, quantity)
    for at in range(quantity.last, min(after + 5, len(words))):
        if words[at] in _STOPS:
            break
        if hit := table.at(words, at):
            return hit[0]
    before = opens(sentence, quantity)
    hit = table.ending(words, before)
    if hit is None and before and words[before - 1] in ("of", "another", "the", "all", "least"):
        hit = table.ending(words, before - 1)
    return hit[0] if hit is not None else None


# ------------------------------------------------------------------------------------ words


def shared(headline: Sentence, sentence: Sentence, quantity: Quantity) -> int:
    """Count the headline's words of meaning that stand around a figure of the story."""
    ours = _meanings(headline, 0, len(headline.words))
    first, last = quantity.first, closes(sentence, quantity)
    begin, end = max(0, first - _FAR), min(len(sentence.words), last + _FAR)
    begin = max((p + 1 for p in range(begin, first) if sentence.words[p] in _TURNS), default=begin)
    end = next((p for p in range(last, end) if sentence.words[p] in _TURNS), end)
    theirs = _meanings(sentence, begin, first) | _meanings(sentence, quantity.last, end)
    ways = {moved(sentence, quantity), _way(ours)} - {""}
    if len(ways) > 1:
        return 0  # "Petrol down 3%", and "paid 5% more for diesel"
    return len(ours & theirs) + (moved(sentence, quantity) in ways and bool(_way(ours)))


def _way(meanings: set[str]) -> str:
    """Return which way a headline says that something went, if one."""
    ways = [way for way, said in _WAYS.items() if not said.isdisjoint(meanings)]
    return ways[0] if len(ways) == 1 else ""


def _meanings(sentence: Sentence, first: int, last: int) -> set[str]:
    stop = lexicon.words("nouns", "stop")
    same, months = lexicon.members(TABLE, "same_words"), lexicon.mapping("calendar", "months")
    return {
        stem(word)
        for word in (one.removesuffix("'s") for one in sentence.words[first:last])
        if word in same or word in months or (len(word) > 2 and word.isalpha() and word not in stop)
    }


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return what the forms of a word have in common, and words of one meaning."""
    same = lexicon.members(TABLE, "same_words")
    if word in same:
        return same[word]
    plain = lexicon.singular(word)
    for ending in ("ing", "ed", "es", "er", "e", "s"):
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            plain = plain[: -len(ending)]
            break
    return plain[:_STEM]


def same_thing(headline: Sentence, first: Quantity, sentence: Sentence, again: Quantity) -> bool:
    """Say whether one noun follows both figures: "$12 million jail" and "a $21 million jail"."""
    behind = headline.words[first.last : first.last + 2]
    if behind[:1] == ["of"] and len(behind) > 1:  # "60 years of marriage"
        return behind == sentence.words[again.last : again.last + 2]
    if first.kind == "duration":  # "Nine-year term", "was jailed for six years"
        if any(lexicon.is_plural(word) or word in _MANY for word in headline.words[: first.first]):
            return False  # "Six men jailed for 30 years": all their terms together
        told = _meanings(sentence, max(0, again.first - 3), again.first)
        told |= _meanings(sentence, again.last, again.last + 1)
        return "jail" in told & _meanings(headline, max(0, first.first - 3), first.last + 3)
    if first.kind != "money":
        return False
    ours, theirs = _priced(headline, first), _priced(sentence, again)
    return bool(ours) and theirs == ours[:1]


def narrowed(headline: Sentence, sentence: Sentence, again: Quantity) -> bool:
    """Say whether the story tells of a sort of what the headline names: "Prices", "Food prices"."""
    subject = headline.words[0]
    if not lexicon.is_plural(subject) or subject not in sentence.words[1 : again.first]:
        return False
    at = sentence.words.index(subject, 1) - 1
    word, plain = sentence.words[at], lexicon.words("nouns", "stop") | lexicon.words(TABLE, "broad")
    named = at > 0 and sentence.raw[at][:1].isupper()
    return word.isalpha() and not named and word not in plain and word not in headline.words


def of_another(headline: Sentence, sentence: Sentence, again: Quantity) -> bool:
    """Say whether an age is that of somebody's kin: "Man, 41, charged", "a mother, 38, died"."""
    if again.kind != "age" or sentence.words[again.first - 1] != ",":
        return False
    whose = sentence.words[again.first - 2]
    return whose in lexicon.words(TABLE, "relatives") and whose not in headline.words


def other_thing(headline: Sentence, first: Quantity, sentence: Sentence, again: Quantity) -> bool:
    """Say whether the figures go with two nouns: "$43 million bridge", "a $6 million car park"."""
    ours, theirs = _priced(headline, first), _priced(sentence, again)
    if not ours or not theirs or sentence.words[again.first - 1] not in ("a", "an"):
        return False
    same = lexicon.members(TABLE, "same_words") | lexicon.members(TABLE, "same_nouns")
    named = [{same.get(word, word) for word in some} for some in (ours, theirs)]
    return named[0].isdisjoint(named[1])


def _priced(sentence: Sentence, quantity: Quantity) -> list[str]:
    """Return the words of the noun phrase that a sum or a size stands before."""
    if quantity.noun is not None:
        return []
    stop = lexicon.words("nouns", "stop") | lexicon.words("nouns", "verbs")
    out: list[str] = []
    for word in sentence.words[quantity.last : quantity.last + 4]:
        if not word.isalpha() or word in stop:
            break
        out.append(word)
    return out


def worth_it(headline: Sentence, sentence: Sentence, again: Quantity) -> bool:
    """Say whether what a sum is worth stands in the headline: "jewels worth $5.1 million"."""
    at = again.first
    if again.kind != "money" or at < 2 or sentence.words[at - 1] != "worth":
        return False
    return stem(sentence.words[at - 2]) in _meanings(headline, 0, len(headline.words))
