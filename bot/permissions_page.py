"""The page for administrators that says who may do what: written from the table that decides, so that it is true."""

from collections.abc import Iterable, Sequence

from casework.kinds import PetitionKind
from casework.permissions import ALLOWED, FOR_KINDS, WHILE_MERGED
from casework.petitions import State
from casework.relations import Relation
from handlers import case_words, texts

_OPEN = frozenset(State) - {State.CLOSED}


def page(language: str) -> str:
    """Return the page as Markdown. Raises ValueError where a verb of the table has no words in that language."""
    missing = [verb for verb in ALLOWED if not texts.has(language, f"right-{verb}")]
    if missing:
        raise ValueError(f"{language}: no words for {', '.join(missing)}; see permissions.ftl in handlers/locales")

    def say(key: str) -> str:
        return texts.plain(language, f"rights-{key}")

    people = [(_relation(language, each), texts.plain(language, f"relation-{each.value}-means")) for each in Relation]
    verbs = [
        (texts.plain(language, f"right-{verb}"), _who(language, verb), _when(language, verb), _kinds(language, verb))
        for verb in ALLOWED
    ]
    columns = ("verb", "who", "states", "kinds")
    parts = [
        f"# {say('title')}",
        say("head"),
        f"## {say('seeing')}",
        say("seeing-words"),
        f"## {say('people')}",
        _table([say("column-relation"), say("column-meaning")], people),
        f"## {say('verbs')}",
        _table([say(f"column-{each}") for each in columns], verbs),
        texts.say(language, "rights-merged", {"verbs": _list(language, _of_merged(language))}),
    ]
    return "\n\n".join(parts) + "\n"


def _relation(language: str, relation: Relation) -> str:
    return texts.plain(language, f"relation-{relation.value}")


def _who(language: str, verb: str) -> str:
    needed = ALLOWED[verb][0]
    return _list(language, (_relation(language, each) for each in Relation if each in needed))


def _when(language: str, verb: str) -> str:
    wanted = ALLOWED[verb][1]
    if wanted in (frozenset(State), _OPEN):
        states = texts.plain(language, "rights-any-state" if State.CLOSED in wanted else "rights-open")
    else:
        states = _list(
            language, (texts.plain(language, f"rights-state-{each.value}") for each in State if each in wanted)
        )
    condition = f"right-{verb}-if"
    if not texts.has(language, condition):
        return states
    return texts.say(language, "rights-if", {"states": states, "condition": texts.plain(language, condition)})


def _of_merged(language: str) -> list[str]:
    return [texts.plain(language, f"right-{verb}") for verb in ALLOWED if verb in WHILE_MERGED]


def _kinds(language: str, verb: str) -> str:
    kinds = FOR_KINDS.get(verb)
    if kinds is None:
        return texts.plain(language, "rights-any-kind")
    # Thanks become no case.
    cases = (each for each in PetitionKind if each in kinds and each is not PetitionKind.THANKS)
    return _list(language, (case_words.kind_label(language, each) for each in cases))


def _list(language: str, words: Iterable[str]) -> str:
    return ("、" if language == "zh" else "; ").join(words)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)
