"""What bash, zsh and fish need to complete the command line."""

from __future__ import annotations

from numcheck.arguments import PARSERS
from numcheck.named import NamedTuple


class Option(NamedTuple):
    """An option: its name, the words it may take, whether it takes any, and what it does."""

    name: str
    choices: tuple[str, ...]
    takes: bool
    says: str


def script(shell: str) -> str:
    """Return the script of a shell, made of the parsers themselves."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell]()


def options(command: str) -> list[Option]:
    """Return a command's options as its parser knows them."""
    return [
        Option(
            max(action.option_strings, key=len),
            tuple(map(str, action.choices or ())),
            action.nargs != 0,
            (action.help or "").replace("'", "’").replace(":", ",").replace("`", ""),
        )
        for action in PARSERS[command]()._actions
        if action.option_strings
    ]


def words(command: str) -> tuple[str, ...]:
    """Return the words that a command takes besides paths."""
    found = [action for action in PARSERS[command]()._actions if not action.option_strings]
    return tuple(str(word) for action in found for word in action.choices or ())


def _bash() -> str:
    cases: list[str] = []
    values: dict[str, str] = {}
    for command in PARSERS:
        names = " ".join([*(one.name for one in options(command)), *words(command)])
        cases.append(f'        {command}) words="{names}" ;;')
        values |= {
            f"{command}:{one.name}": " ".join(one.choices)
            for one in options(command)
            if one.choices
        }
    chosen = [
        f'        {name}) COMPREPLY=($(compgen -W "{said}" -- "$word")); return ;;'
        for name, said in values.items()
    ]
    return "\n".join(
        [
            "# numcheck completion bash > ~/.local/share/bash-completion/completions/numcheck",
            "_numcheck() {",
            '    local word="${COMP_WORDS[COMP_CWORD]}" words=""',
            "    if ((COMP_CWORD == 1)); then",
            f'        COMPREPLY=($(compgen -W "{" ".join(PARSERS)}" -- "$word"))',
            "        return",
            "    fi",
            '    case "${COMP_WORDS[1]}:${COMP_WORDS[COMP_CWORD - 1]}" in',
            *chosen,
            "    esac",
            '    case "${COMP_WORDS[1]}" in',
            *cases,
            "    esac",
            '    COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word"))',
            "}",
            "complete -o filenames -F _numcheck numcheck",
            "",
        ]
    )


def _zsh() -> str:
    cases = []
    for command in PARSERS:
        cases += [f"        {command})", "            _arguments \\"]
        for one in options(command):
            says = one.says.replace("[", "(").replace("]", ")")
            value = f":value:({' '.join(one.choices)})" if one.choices else ":value:_files"
            cases.append(f"                '*{one.name}[{says}]{value if one.takes else ''}' \\")
        rest = f"({' '.join(words(command))})" if words(command) else "_files"
        cases += [f"                '*:what:{rest}'", "            ;;"]
    return "\n".join(
        [
            "#compdef numcheck",
            "# numcheck completion zsh > ~/.zfunc/_numcheck",
            "_numcheck() {",
            "    if ((CURRENT == 2)); then",
            f"        compadd -- {' '.join(PARSERS)}",
            "        return",
            "    fi",
            "    local command=$words[2]",
            "    shift words",
            "    ((CURRENT--))",
            "    case $command in",
            *cases,
            "    esac",
            "}",
            'if [[ $funcstack[1] == _numcheck ]]; then _numcheck "$@"; else compdef _numcheck '
            "numcheck; fi",
            "",
        ]
    )


def _fish() -> str:
    lines = ["# numcheck completion fish > ~/.config/fish/completions/numcheck.fish"]
    for command in PARSERS:
        lines.append(f"complete -c numcheck -f -n __fish_use_subcommand -a {command}")
        here = f"complete -c numcheck -n '__fish_seen_subcommand_from {command}'"
        if words(command):
            lines.append(f"{here} -f -a '{' '.join(words(command))}'")
        for one in options(command):
            takes = f" -x -a '{' '.join(one.choices)}'" if one.choices else " -r" * one.takes
            lines.append(f"{here} -l {one.name.lstrip('-')}{takes} -d '{one.says}'")
    return "\n".join(lines) + "\n"
