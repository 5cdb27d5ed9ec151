/* study.c - opening and closing a study, its clock, its plan, and the verbs that touch no file. */
#include "hone/study.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hone/want.h"
#include "study_priv.h"

/* The first thing that forbids writing, in words; NULL when nothing does. */
static const char *not_writable(const char *dir, struct arena *a)
{
	const char *hone = path_join(a, str_of(dir), STR(".hone"));
	const char *db = path_join(a, str_of(hone), STR("hone.db"));
	const char *what = NULL;
	if (faccessat(AT_FDCWD, dir, W_OK | X_OK, AT_EACCESS) < 0)
		what = "the folder cannot be written";
	else if (mkdir(hone, 0700) < 0 && errno != EEXIST)
		what = "the folder .hone cannot be made in it";
	else if (faccessat(AT_FDCWD, hone, R_OK | W_OK | X_OK, AT_EACCESS) < 0)
		what = "its folder .hone cannot be written";
	else if (faccessat(AT_FDCWD, db, R_OK | W_OK, AT_EACCESS) < 0 && errno != ENOENT)
		what = "its database .hone/hone.db cannot be written";
	if (!what)
		return NULL;
	return arena_printf(a, "open for reading only: %s (%s)", what, strerror(errno)).p;
}

static struct store *open_store(struct study *s, struct err *e)
{
	struct arena *a = &s->state->arena;
	const char *db = path_join(a, str_of(s->dir), STR(".hone/hone.db"));
	const char *why = not_writable(s->dir, a);
	if (!why)
		return store_open(db, STORE_WRITE, e);
	s->readonly = true;
	snprintf(s->why_readonly, sizeof s->why_readonly, "%s", why);
	s->state->why = strlen(s->why_readonly);
	bool known = faccessat(AT_FDCWD, db, R_OK, AT_EACCESS) == 0;
	s->state->frozen = known;
	return store_open(db, known ? STORE_READ : STORE_MEMORY, e);
}

static bool find_folder(struct study *s, const char *dir, struct err *e)
{
	char *real = realpath(dir, NULL);
	if (!real && (errno == ENOENT || errno == ENOTDIR))
		return err_set(e, ERR_MISSING, "%s: no such folder; give an existing folder", dir);
	if (!real)
		return err_set(e, ERR_IO, "%s: cannot be opened (%s)", dir, strerror(errno));
	s->dir = arena_str(&s->state->arena, str_of(real)).p;
	free(real);
	const char *slash = strrchr(s->dir, '/');
	s->name = slash && slash[1] ? slash + 1 : s->dir;
	struct stat st;
	if (stat(s->dir, &st) < 0)
		return err_set(e, ERR_IO, "%s: cannot be opened (%s)", dir, strerror(errno));
	if (!S_ISDIR(st.st_mode))
		return err_set(e, ERR_INVALID,
			"%s: is a file; give the folder of a study, which holds the markdown files",
			dir);
	if (faccessat(AT_FDCWD, s->dir, R_OK | X_OK, AT_EACCESS) < 0)
		return err_set(e, ERR_IO, "%s: cannot be read (%s)", dir, strerror(errno));
	return true;
}

/* The plan that the last sync found. One that cannot be read now is missed by the next sync. */
static bool open_plan(struct study *s, struct err *e)
{
	struct arena a = { 0 };
	struct str path;
	struct buf file = { 0 };
	bool ok = store_setting(s->store, "plan", (struct str){ 0 }, &path, &a, e);
	if (ok && path.n && files_read(study_path(s, path, &a), &file, NULL, NULL))
		ok = study_plan_take(s, path, &file, e);
	buf_release(&file);
	arena_release(&a);
	return ok;
}

/* The letter that most ticked boxes have; what it was before when none is ticked. */
static char tick_letter(const struct plan *p, struct str text, char before)
{
	int small = 0, large = 0;
	for (int i = 0; i < p->nitem; i++) {
		char c = p->item[i].box < text.n ? text.p[p->item[i].box] : ' ';
		small += c == 'x';
		large += c == 'X';
	}
	if (small + large == 0 && before)
		return before;
	return large > small ? 'X' : 'x';
}

static bool card_exists(struct study *s, int64_t id, struct err *e)
{
	struct arena a = { 0 };
	struct card c;
	bool ok = catalog_card(s->store, id, &c, &a, e);
	arena_release(&a);
	return ok;
}

bool study_writable(const struct study *s, struct err *e)
{
	return !s->readonly || err_set(e, ERR_READONLY, "%s: %s", s->name, s->why_readonly);
}

const char *study_path(const struct study *s, struct str rel, struct arena *a)
{
	return path_join(a, str_of(s->dir), rel);
}

bool study_refresh(struct study *s, struct err *e)
{
	struct moment now;
	if (!clock_now(&now, e))
		return false;
	int day = day_study(now.local, s->settings.rollover);
	s->state->turned = s->state->turned || day != s->today;
	s->now = now;
	s->today = day;
	return true;
}

bool study_append(struct study *s, struct event *ev, struct err *e)
{
	ev->day = s->today;
	return store_append(s->store, &s->settings.sm2, s->now.ms, ev, e);
}

bool study_log(struct study *s, struct event *ev, struct err *e)
{
	if (!store_begin(s->store, e))
		return false;
	if (study_append(s, ev, e) && store_commit(s->store, e))
		return true;
	store_rollback(s->store);
	return false;
}

bool study_plan_take(struct study *s, struct str path, struct buf *file, struct err *e)
{
	struct study_state *st = s->state;
	struct arena fresh = { 0 };
	struct str name = arena_str(&fresh, path);
	buf_release(&st->plan_file);
	st->plan_file = *file;
	st->plan_hash = hash64(0, file->p, file->n);
	*file = (struct buf){ 0 };
	s->plan = (struct plan){ 0 };
	if (name.n) {
		struct decoded d = encoding_decode(buf_str(&st->plan_file), &fresh);
		if (d.encoding != ENCODING_UTF16)
			s->plan = plan_parse(d.text, name, &fresh);
		plan_years(&s->plan, s->today);
		st->tick = tick_letter(&s->plan, d.text, st->tick);
	}
	s->plan_path = name;
	arena_release(&st->plan_arena);
	st->plan_arena = fresh;
	st->plan_stamp = store_stamp(s->store);
	return study_seen_marks(s, &s->plan, e);
}

struct study *study_open(const char *dir, struct err *e)
{
	struct study *s = xcalloc(1, sizeof *s);
	s->state = xcalloc(1, sizeof *s->state);
	bool ok = find_folder(s, dir, e) &&
		  study_config(s->dir, &s->settings, &s->state->globs, &s->state->arena, e) &&
		  study_refresh(s, e) && (s->store = open_store(s, e)) && open_plan(s, e);
	if (ok) {
		s->state->turned = false;
		return s;
	}
	study_close(s, NULL);
	return NULL;
}

int study_deadline(const struct study *s)
{
	if (s->settings.deadline != DAY_NONE)
		return s->settings.deadline;
	return s->plan_path.n ? s->plan.target : DAY_NONE;
}

bool study_close(struct study *s, struct err *e)
{
	if (!s)
		return true;
	bool ok = !s->store || store_close(s->store, e);
	buf_release(&s->state->plan_file);
	arena_release(&s->state->plan_arena);
	arena_release(&s->state->arena);
	free(s->state);
	free(s);
	return ok;
}

bool study_now(struct study *s, bool *turned, struct err *e)
{
	if (!study_refresh(s, e))
		return false;
	*turned = s->state->turned;
	s->state->turned = false;
	return true;
}

/* The day for which study_load() counts the card when it is asked on `day`; DAY_NONE is no day. */
static int day_counted(const struct card_state *state, int day)
{
	return state->hidden || state->buried >= day ? DAY_NONE : state->memory.due;
}

/* The event is on disk then; the count of what is due follows. *kind as of study_grade(). */
static bool log_answer(struct study *s, struct event *ev, enum answer_kind *kind, struct err *e)
{
	struct card_state state, after;
	int64_t card = ev->subject;
	int wanted = DAY_NONE;
	if (!card_exists(s, card, e) || !study_refresh(s, e) ||
		!store_card_state(s->store, card, &state, e) ||
		(state.memory.due == DAY_NONE && !want_day(s, card, &wanted, e)))
		return false;
	uint64_t before = store_stamp(s->store);
	if (!study_log(s, ev, e))
		return false;
	/* What cannot be read now is counted anew later. */
	if (store_card_state(s->store, card, &after, NULL))
		study_load_moved(s, before,
			wanted == DAY_NONE ? day_counted(&state, s->today) : wanted,
			day_counted(&after, after.memory.due));
	if (kind)
		*kind = sm2_kind(state.memory, s->today);
	return true;
}

bool study_grade(struct study *s, int64_t card, int grade, int64_t took_ms, enum answer_kind *kind,
	struct err *e)
{
	if (!study_writable(s, e))
		return false;
	if (grade < 0 || grade > 5)
		return err_set(e, ERR_INVALID, "%d is no grade; give one from 0 to 5", grade);
	struct event ev = {
		.kind = EVENT_GRADE,
		.subject = card,
		.value = grade,
		.took_ms = took_ms > 0 ? took_ms : 0,
	};
	return log_answer(s, &ev, kind, e);
}

bool study_round(struct study *s, enum round_kind kind, struct str name, struct event_id *round,
	struct err *e)
{
	struct event ev = {
		.kind = EVENT_ROUND, .subject = SUBJECT_ROUND, .value = kind, .text = name
	};
	if (!study_writable(s, e) || !study_refresh(s, e) || !study_log(s, &ev, e))
		return false;
	*round = ev.id;
	return true;
}

bool study_spoken(struct study *s, struct event_id round, int question, bool answered,
	int64_t took_ms, struct err *e)
{
	struct event ev = {
		.kind = EVENT_SPOKEN,
		.subject = SUBJECT_ROUND,
		.value = question,
		.took_ms = took_ms > 0 ? took_ms : 0,
		.ref = round,
		.text = answered ? STR(SPOKEN_ANSWERED) : (struct str){ 0 },
	};
	return study_writable(s, e) && study_refresh(s, e) && study_log(s, &ev, e);
}

bool study_score(struct study *s, const struct scoring *what, struct err *e)
{
	if (!study_writable(s, e))
		return false;
	if (what->percent < 0 || what->percent > 100)
		return err_set(e, ERR_INVALID, "%d is no percentage; give one from 0 to 100",
			what->percent);
	struct event ev = {
		.kind = EVENT_SCORE,
		.subject = what->subject,
		.value = what->percent,
		.took_ms = what->took_ms > 0 ? what->took_ms : 0,
		.ref = what->round,
	};
	if (!what->grades)
		return study_refresh(s, e) && study_log(s, &ev, e);
	ev.text = STR(SCORE_GRADES);
	return log_answer(s, &ev, NULL, e);
}

/* What the log says of a card that is there, for a verb about to change that. */
static bool state_now(struct study *s, int64_t card, struct card_state *state, struct err *e)
{
	return study_writable(s, e) && card_exists(s, card, e) && study_refresh(s, e) &&
	       store_card_state(s->store, card, state, e);
}

bool study_hide(struct study *s, int64_t card, bool hidden, struct err *e)
{
	struct card_state state;
	if (!state_now(s, card, &state, e))
		return false;
	if (state.hidden == hidden)
		return true;
	struct event ev = { .kind = EVENT_HIDE, .subject = card, .value = hidden };
	return study_log(s, &ev, e);
}

bool study_bury(struct study *s, int64_t card, struct err *e)
{
	struct card_state state;
	if (!state_now(s, card, &state, e))
		return false;
	if (state.buried != DAY_NONE && state.buried >= s->today)
		return true;
	struct event ev = { .kind = EVENT_BURY, .subject = card, .value = s->today };
	return study_log(s, &ev, e);
}

bool study_flag(struct study *s, int64_t card, bool flagged, struct err *e)
{
	struct event_id deed = { 0 };
	return study_flag_all(s, &card, 1, flagged, &deed, e);
}

static bool flag_one(struct study *s, int64_t card, bool flagged, struct event_id *deed, bool *any,
	struct err *e)
{
	struct card_state state;
	struct event ev = { .kind = EVENT_FLAG, .subject = card, .value = flagged, .ref = *deed };
	if (!store_card_state(s->store, card, &state, e))
		return false;
	if (state.flagged == flagged)
		return true;
	if (!study_append(s, &ev, e))
		return false;
	*any = true;
	if (event_id_none(*deed))
		*deed = ev.id;
	return true;
}

bool study_flag_all(struct study *s, const int64_t *card, size_t n, bool flagged,
	struct event_id *deed, struct err *e)
{
	struct event_id lead = *deed;
	if (!study_writable(s, e) || !study_refresh(s, e))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!card_exists(s, card[i], e))
			return false;
	if (!store_begin(s->store, e))
		return false;
	bool ok = true, any = false;
	for (size_t i = 0; ok && i < n; i++)
		ok = flag_one(s, card[i], flagged, &lead, &any, e);
	if (ok && any && store_commit(s->store, e)) {
		*deed = lead;
		return true;
	}
	store_rollback(s->store);
	return ok && !any;
}

bool study_tick(struct study *s, uint64_t item, bool done, struct err *e)
{
	struct event ev = { .kind = EVENT_TICK, .subject = (int64_t)item, .value = done };
	struct tick tick = { .item = item, .done = done, .ev = ev };
	return study_writable(s, e) && study_refresh(s, e) && study_mark_items(s, &tick, 1, e);
}

bool study_rate(struct study *s, int64_t topic, enum level level, struct err *e)
{
	return study_rate_in(s, topic, level, (struct event_id){ 0 }, e);
}

bool study_rate_in(
	struct study *s, int64_t topic, enum level level, struct event_id round, struct err *e)
{
	struct event ev = { .kind = EVENT_LEVEL, .subject = topic, .value = level, .ref = round };
	struct marking m = { .topic = topic, .level = level, .ev = ev };
	return study_writable(s, e) && study_refresh(s, e) && study_mark_topics(s, &m, 1, NULL, e);
}

bool study_rate_all(
	struct study *s, const struct rating *r, size_t n, struct event_id *deed, struct err *e)
{
	struct arena a = { 0 };
	struct marking *m = arena_alloc(&a, n + 1, sizeof *m);
	for (size_t i = 0; i < n; i++) {
		m[i] = (struct marking){ .topic = r[i].topic, .level = r[i].level };
		m[i].ev = (struct event){
			.kind = EVENT_LEVEL, .subject = r[i].topic, .value = r[i].level
		};
	}
	bool ok =
		study_writable(s, e) && study_refresh(s, e) && study_mark_topics(s, m, n, deed, e);
	arena_release(&a);
	return ok;
}

bool study_merge(struct study *s, const char *other, int64_t *added, struct err *e)
{
	if (!study_writable(s, e) || !store_begin(s->store, e))
		return false;
	if (!store_set(s->store, "reader", STR(""), e) || !store_commit(s->store, e)) {
		store_rollback(s->store);
		return false;
	}
	return store_merge(s->store, &s->settings.sm2, other, added, e);
}

static bool read_text(
	const struct study *s, struct str path, struct buf *out, struct arena *a, struct err *e)
{
	if (path.n == 0 || path.p[0] == '/' || str_starts(path, STR("../")) ||
		str_find(path, STR("/../"), 0) >= 0)
		return err_set(e, ERR_INVALID, "%.*s: not a file of this study", STR_ARG(path));
	return files_read(study_path(s, path, a), out, NULL, e);
}

bool study_take_text(const struct study *s, struct str path, struct buf *out, struct err *e)
{
	struct arena a = { 0 };
	struct buf file = { 0 };
	bool ok = read_text(s, path, &file, &a, e);
	if (ok) {
		struct str text = encoding_text(buf_str(&file), &a);
		buf_release(out);
		if (text.p == file.p && text.n == file.n) {
			*out = file;
			file = (struct buf){ 0 };
		} else
			buf_add(out, text);
	}
	buf_release(&file);
	arena_release(&a);
	return ok;
}

bool study_text(
	const struct study *s, struct str path, struct decoded *out, struct arena *a, struct err *e)
{
	struct buf file = { 0 };
	if (!read_text(s, path, &file, a, e))
		return false;
	*out = encoding_decode(arena_str(a, buf_str(&file)), a);
	buf_release(&file);
	return true;
}

const char *study_id(uint64_t id, char out[static 17])
{
	snprintf(out, 17, "%016llx", (unsigned long long)id);
	return out;
}

bool study_prefers(const struct study *s, const char *name, bool *on, struct err *e)
{
	struct arena a = { 0 };
	struct str value;
	bool ok = store_setting(s->store, name, STR("0"), &value, &a, e);
	if (ok)
		*on = str_eq(value, STR("1"));
	arena_release(&a);
	return ok;
}

bool study_prefer(struct study *s, const char *name, bool on, struct err *e)
{
	return s->readonly || store_set(s->store, name, on ? STR("1") : STR("0"), e);
}
