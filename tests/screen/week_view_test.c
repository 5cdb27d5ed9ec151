/* week_view_test.c - the page at the end of a week. */
#include "screen/plan_desk.h"
#include "test.h"

static const char plan_md[] = "# Graphs\n\n## Week 1: Walking\n\n"
			      "**Day 1: Breadth first (1 hour)** (2025-11-12)\n\n- [ ] Read\n";

TEST(the_week_is_looked_back_at_and_so_are_those_before)
{
	struct desk d = desk_with(plan_md, 24, 80);
	type(&d, " W");
	see(&d, "Mon 10-Sun 16 Nov");
	see(&d, "No knowledge check this week");
	see(&d, "1 task ticked");
	see(&d, "no card answered");
	see_not(&d, "week after");
	type(&d, "h");
	see(&d, "Mon 3-Sun 9 Nov");
	see(&d, "0 tasks ticked");
	type(&d, "l");
	see(&d, "Mon 10-Sun 16 Nov");
	type(&d, "q");
	see(&d, "Breadth first");
	desk_free(&d);
}
