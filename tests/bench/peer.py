"""peer.py - the same work done by Mnemosyne's library: from the start to the first card, and grades.

    peer.py import DIR CARDS.tsv    put the cards into a new database in DIR
    peer.py first DIR               nothing but the first card; the caller measures the process
    peer.py grade DIR N             N durable grades; prints the microseconds of the mean
"""
import os
import sys
import time
import warnings

warnings.simplefilter("ignore")

from mnemosyne.script import Mnemosyne  # noqa: E402


def quiet(main_widget):
    """The library reports its progress to a window that is not there."""
    for name in (
        "set_progress_text",
        "set_progress_range",
        "increase_progress",
        "set_progress_value",
        "close_progress",
        "set_progress_update_interval",
        "show_information",
        "set_status_bar_message",
    ):
        setattr(main_widget, name, lambda *args, **options: None)
    main_widget.q_and_a = {"": 0}


def component(mnemosyne, kind, name):
    for one in mnemosyne.component_manager.all(kind):
        if type(one).__name__ == name:
            return one
    sys.exit(f"peer.py: this Mnemosyne has no {name}")


def begin_study(mnemosyne):
    mode = component(mnemosyne, "study_mode", "ScheduledForgottenNew")
    mnemosyne.controller().set_study_mode(mode)
    if not mnemosyne.review_controller().card:
        sys.exit("peer.py: no card to ask")


def grade(mnemosyne, n):
    mnemosyne.config()["save_after_n_reps"] = 1
    review = mnemosyne.review_controller()
    took = []
    for _ in range(n):
        review.show_answer()
        began = time.perf_counter()
        review.grade_answer(4)
        took.append(time.perf_counter() - began)
    print(f"{sum(took) / len(took) * 1e6:.0f}")  # some take long: the median hides them


def main():
    what, folder = sys.argv[1], os.path.abspath(sys.argv[2])
    mnemosyne = Mnemosyne(folder)
    quiet(mnemosyne.main_widget())
    if what == "import":
        component(mnemosyne, "file_format", "Tsv").do_import(sys.argv[3])
        mnemosyne.database().save()
    else:
        begin_study(mnemosyne)
        if what == "grade":
            grade(mnemosyne, int(sys.argv[3]))
    mnemosyne.finalise()


main()
