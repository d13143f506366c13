"""What every service does outside of the turns, whatever its channels."""

from bot.briefs.works import brief_works
from bot.charts.drawing import Charts
from bot.clock import Clock
from bot.files.vault import Vault
from bot.jobs import Work
from bot.outing_entries import outing_works
from bot.owndata.works import own_works
from bot.papers.works import paper_works
from bot.policy_documents import policy_works
from bot.reception.works import reception_works
from bot.signing import sign_works
from bot.surveys.names import names_works
from bot.surveys.results import survey_works
from storage.store import Store


def service_works(store: Store, vault: Vault, clock: Clock, web: str, charts: Charts) -> dict[str, Work]:
    """Return the works by the kinds of their jobs; `clock` is case time, `web` the address of the web chat."""
    return {
        **own_works(store, vault, clock),
        **paper_works(store, vault),
        **sign_works(store, vault, web),
        **survey_works(store, vault, charts),
        **names_works(store, vault),
        **reception_works(store, vault, clock, web),
        **outing_works(store, vault, clock),
        **policy_works(store, vault),
        **brief_works(store, vault, clock, charts),
    }
