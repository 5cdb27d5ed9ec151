/* loop.c - one turn: wait, read all input, compare files if they changed, draw one frame. */
#include "tui/loop.h"

#include <stdlib.h>

#include "hone/files.h"
#include "hone/store.h"
#include "tui/editor.h"

enum {
	SETTLE_MS = 50,    /* an editor writes a file in several steps */
	COMMIT_MS = 1000,  /* a slow disk may take that long for a commit */
	PATIENCE_MS = 300, /* before it is said what takes so long */
	PROGRESS_EVERY_MS = 100,
	CLOCK_EVERY_MS = 1000,
	SIGNAL_EXIT = 128,
	BOX_COLS = 60,
	BOX_ROWS = 5,
	MEGABYTE = 1 << 20,
	DAY_SECONDS = 86400,
};

struct loop {
	struct app *app;
	struct term *term;
	struct study **study;
	struct surface surface;
	struct watch watch;
	int64_t version; /* of the database, as last seen */
	uint64_t stamp;  /* of the store when input was last read */
	bool changed;    /* files did, or nobody looked yet */
	int64_t since;   /* when they did, in clock_ticks_ms() */
	int looks;       /* still to come at the database, which somebody writes to */
	int64_t logged;  /* when that was noticed, in clock_ticks_ms() */
	bool look;       /* the user comes back: from another hone, perhaps */
	int today;       /* as the views know it */
	int64_t clocked; /* when the clock was last asked, in clock_ticks_ms() */
	bool asked;      /* a test waits for an answer */
	bool gone;

	/* while files are read */
	bool reading, boxed, cancelled;
	int64_t began, drawn;
	int *typed; /* keys that came meanwhile */
	size_t ntyped, typed_cap;
};

static void draw(struct loop *l)
{
	app_draw(l->app, &l->surface);
	term_draw(l->term, &l->surface);
}

static void resize(struct loop *l)
{
	int rows, cols;
	term_size(l->term, &rows, &cols);
	app_resize(l->app, rows, cols);
}

static void report(struct loop *l, const struct err *e)
{
	app_error(l->app, e);
}

/* ---- reading the files ---- */

static void draw_box(struct loop *l, struct str path, size_t done, size_t total)
{
	app_draw(l->app, &l->surface);
	struct canvas c = canvas_of(&l->surface);
	int rows = c.rows < BOX_ROWS ? c.rows : BOX_ROWS,
	    cols = c.cols < BOX_COLS ? c.cols : BOX_COLS;
	c = canvas_sub(c, (c.rows - rows) / 2, (c.cols - cols) / 2, rows, cols);
	canvas_fill(c, ROLE_TEXT, ' ');
	canvas_hline(c, 0, 0, cols, ROLE_RULE);
	canvas_hline(c, rows - 1, 0, cols, ROLE_RULE);
	int at = 2 + canvas_text(c, 1, 2, ROLE_ACCENT, STR("Reading "));
	canvas_field(c, 1, at, cols - at - 2, ROLE_TEXT, path);
	if (total > 0)
		canvas_printf(c, 2, 2, ROLE_TEXT, "%d %% of %.1f MB",
			(int)(done * 100.0 / (double)total), (double)total / MEGABYTE);
	at = 2 + canvas_text(c, 3, 2, ROLE_KEY, STR("Esc"));
	canvas_text(c, 3, at, ROLE_TEXT, STR(" stops it: what was known before stays"));
	term_draw(l->term, &l->surface);
	app_damaged(l->app);
}

static void keep_key(struct loop *l, int key)
{
	/* Keys typed before the box was seen are not meant for it. */
	if (l->boxed && (key == KEY_ESCAPE || key == key_parse(STR("Ctrl-C")))) {
		l->cancelled = true;
		return;
	}
	l->typed = array_room(l->typed, l->ntyped, &l->typed_cap, sizeof *l->typed);
	l->typed[l->ntyped++] = key;
}

static void take(struct loop *l, const struct input *in)
{
	switch (in->kind) {
	case INPUT_KEY:
		if (l->reading)
			keep_key(l, in->key);
		else
			app_key(l->app, in->key);
		break;
	case INPUT_PASTE: app_paste(l->app, in->text); break;
	case INPUT_RESIZE: resize(l); break;
	case INPUT_SYNC: l->asked = true; break;
	case INPUT_GONE: l->gone = true; break;
	case INPUT_FOCUS:
		l->look = l->look || in->focused;
		app_away(l->app, !in->focused);
		break;
	case INPUT_NONE: break;
	}
}

/* Returns whether anything came. */
static bool drain(struct loop *l)
{
	bool any = false;
	for (struct input in; !l->gone && (in = term_read(l->term)).kind != INPUT_NONE; any = true)
		take(l, &in);
	return any;
}

static bool progress(void *ctx, struct str path, size_t done, size_t total)
{
	struct loop *l = ctx;
	int64_t now = clock_ticks_ms();
	if (now - l->began < PATIENCE_MS || now - l->drawn < PROGRESS_EVERY_MS)
		return !term_signal(l->term);
	l->drawn = now;
	if (!term_wait(l->term, NULL, NULL, 0, 0))
		return false;
	drain(l);
	draw_box(l, path, done, total);
	l->boxed = true;
	return !l->cancelled && !l->gone;
}

/* "5 cards added, 2 changed": what the user would want to know of a change of files. */
static void tell(struct loop *l, const struct sync_report *r)
{
	const struct {
		int n;
		const char *what;
	} part[] = { { r->cards_added, "added" }, { r->cards_changed, "changed" },
		{ r->cards_matched, "reworded" }, { r->cards_gone, "gone" } };
	struct buf b = { 0 };
	for (size_t i = 0; i < LENGTH(part); i++)
		if (part[i].n > 0)
			buf_addf(&b, "%s%d %s", b.n ? ", " : "", part[i].n, part[i].what);
	if (r->doubts && b.n)
		app_toast(l->app, TOAST_INFO, "Cards: %s; %d may be old: B, then D", buf_cstr(&b),
			r->doubts);
	else if (r->doubts)
		app_toast(l->app, TOAST_INFO, "%d may be old ones reworded: B, then D", r->doubts);
	else if (r->topics_matched)
		app_toast(l->app, TOAST_INFO, "Topics: %d reworded, their history goes on",
			r->topics_matched);
	else if (b.n)
		app_toast(l->app, TOAST_INFO, "Cards: %s", b.p);
	buf_release(&b);
}

static void see_version(struct loop *l)
{
	struct err e = { 0 };
	int64_t version;
	if (!store_version((*l->study)->store, &version, &e)) {
		report(l, &e);
		return;
	}
	if (version != l->version)
		app_study_changed(l->app);
	l->version = version;
}

static void read_files(struct loop *l)
{
	struct sync_report r = { 0 };
	struct err e = { 0 };
	l->changed = l->boxed = l->cancelled = false;
	l->began = clock_ticks_ms();
	l->drawn = 0;
	l->reading = true;
	if (l->watch.fd < 0)
		l->watch = watch_open((*l->study)->dir);
	bool ok = study_sync(*l->study, progress, l, &r, &e);
	l->reading = false;
	if (ok && r.any)
		app_study_changed(l->app);
	/* Before the message, which the next key takes away. */
	for (size_t i = 0; i < l->ntyped; i++)
		app_key(l->app, l->typed[i]);
	l->ntyped = 0;
	if (ok && r.any)
		tell(l, &r);
	else if (l->cancelled)
		app_toast(l->app, TOAST_INFO, "Stopped: hone shows what it knew before.");
	else if (!ok && !term_signal(l->term))
		report(l, &e);
}

/* ---- the study ---- */

static void begin_study(struct loop *l, const struct study *s)
{
	watch_close(&l->watch);
	l->watch.fd = -1; /* opened when the files are read: the first frame does not wait for it */
	/* The first keys go before the comparison of the files, so it waits a moment. */
	l->changed = true;
	l->looks = 0;
	l->since = clock_ticks_ms();
	l->today = s->today;
	struct err e = { 0 };
	if (!store_version(s->store, &l->version, &e))
		report(l, &e);
	if (s->readonly)
		app_toast(l->app, TOAST_INFO, "%s", s->why_readonly);
}

static void open_wanted(struct loop *l)
{
	struct err e = { 0 };
	const char *dir = app_wanted_study(l->app);
	if (!dir)
		return;
	struct study *before = *l->study, *s = study_open(dir, &e);
	app_set_study(l->app, s ? s : before);
	if (!s) {
		report(l, &e);
		return;
	}
	*l->study = s;
	if (before && !study_close(before, &e))
		report(l, &e);
	begin_study(l, s);
}

/* A key that comes at once after another one comes on the same day. */
static void ask_clock(struct loop *l)
{
	bool turned;
	struct err e = { 0 };
	int64_t now = clock_ticks_ms();
	if (now - l->clocked < CLOCK_EVERY_MS)
		return;
	l->clocked = now;
	if (!study_now(*l->study, &turned, &e))
		report(l, &e);
	/* A verb may have noticed the new day before. */
	if ((*l->study)->today != l->today)
		app_study_changed(l->app);
	l->today = (*l->study)->today;
}

/* Until the study day ends. */
static int day_left_ms(const struct study *s)
{
	struct civil now = s->now.local;
	int second = (now.hour * 60 + now.minute) * 60 + now.second;
	int left = s->settings.rollover * 3600 - second;
	if (left <= 0)
		left += DAY_SECONDS;
	return left * 1000;
}

/* ---- turns ---- */

/* A turn reads one moment of the database, and waits without holding it. */
static void hold(struct loop *l)
{
	if (!*l->study)
		return;
	store_hold((*l->study)->store);
	l->stamp = store_stamp((*l->study)->store);
}

static void settle(struct loop *l)
{
	if (*l->study)
		store_settle((*l->study)->store);
}

/* A commit becomes visible when its log is on the disk: later than the log was seen to change. */
static const int look_after_ms[] = { SETTLE_MS, COMMIT_MS };

static int64_t next_look(const struct loop *l)
{
	return l->logged + look_after_ms[(int)LENGTH(look_after_ms) - l->looks];
}

/* At most `most` milliseconds, less if `then` comes before. */
static int until(int64_t then, int most)
{
	int64_t left = then - clock_ticks_ms();
	if (left >= most)
		return most;
	return left > 0 ? (int)left : 0;
}

static int timeout_ms(const struct loop *l)
{
	if (!*l->study)
		return -1;
	int ms = day_left_ms(*l->study);
	if (l->changed)
		ms = until(l->since + SETTLE_MS, ms);
	if (l->looks > 0)
		ms = until(next_look(l), ms);
	return ms;
}

/* The user's editor has the terminal until it ends; what it wrote is read at once. */
static void edit(struct loop *l, const struct study *s)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct buf command = { 0 };
	int line, status;
	const char *file = app_edited(l->app, &line);
	const char *path = path_join(&a, str_of(s->dir), str_of(file));
	editor_command(&command, editor_name(), path, line);
	settle(l);
	if (!term_run(l->term, buf_cstr(&command), &status, &e))
		report(l, &e);
	else if (status != 0)
		app_toast(l->app, TOAST_ERROR,
			"The editor ended with code %d: %s (set VISUAL or EDITOR)", status,
			editor_name());
	hold(l);
	l->changed = true;
	l->since = clock_ticks_ms() - SETTLE_MS;
	buf_release(&command);
	arena_release(&a);
}

/* Another program, without a shell: what it opens is named by a file. `variable` chooses it. */
static void start(struct loop *l, char *const argv[], bool apart, const char *variable)
{
	struct err e = { 0 };
	int status = 0;
	settle(l);
	bool ok = apart ? term_apart(argv, &e) : term_start(l->term, argv, &status, &e);
	hold(l);
	if (!ok)
		report(l, &e);
	else if (status != 0)
		app_toast(l->app, TOAST_ERROR, "%s ended with code %d (set %s)", argv[0], status,
			variable);
}

/* A page of the web. */
static void follow(struct loop *l)
{
	struct arena a = { 0 };
	bool apart;
	char *const *argv = editor_browser(str_of(app_followed(l->app)), &apart, &a);
	start(l, argv, apart, "BROWSER");
	arena_release(&a);
}

/* A file of the study. */
static void show_file(struct loop *l, const struct study *s)
{
	struct arena a = { 0 };
	bool apart;
	const char *path = path_join(&a, str_of(s->dir), str_of(app_followed(l->app)));
	char *const *argv = editor_opener(str_of(path), &apart, &a);
	start(l, argv, apart, "OPENER");
	arena_release(&a);
}

static void grant_wish(struct loop *l)
{
	switch (app_wish(l->app)) {
	case APP_WISH_REPAINT:
		term_repaint(l->term);
		l->changed = *l->study != NULL;
		break;
	case APP_WISH_SUSPEND:
		settle(l);
		term_suspend(l->term);
		hold(l);
		break;
	case APP_WISH_EDIT:
		if (*l->study)
			edit(l, *l->study);
		break;
	case APP_WISH_FOLLOW:
		if (*l->study)
			follow(l);
		break;
	case APP_WISH_SHOW:
		if (*l->study)
			show_file(l, *l->study);
		break;
	case APP_WISH_NONE: break;
	}
}

/* Files that changed a moment ago may change more; but a test that asks has done all it does. */
static bool settled(const struct loop *l)
{
	return l->changed && (l->asked || clock_ticks_ms() - l->since >= SETTLE_MS);
}

static void frame(struct loop *l)
{
	if (app_stale(l->app))
		draw(l);
	settle(l);
	if (l->asked)
		term_sync(l->term);
	l->asked = false;
}

static void drain_watch(struct loop *l)
{
	bool logged;
	if (watch_drain(&l->watch, &logged) || l->watch.fd < 0) {
		l->changed = true;
		l->since = clock_ticks_ms();
	}
	if (logged) {
		l->looks = (int)LENGTH(look_after_ms);
		l->logged = clock_ticks_ms();
	}
}

/* What others did: editors to the files, another hone to the database. */
static void look_around(struct loop *l, bool told)
{
	if (!*l->study)
		return;
	bool due = l->looks > 0 && (l->asked || clock_ticks_ms() >= next_look(l));
	bool wrote = l->stamp != store_stamp((*l->study)->store);
	l->looks -= due;
	/* What this turn wrote has told the watch too, which need not wake the next one. */
	if (told || l->look || wrote)
		drain_watch(l);
	if (told || l->look || due)
		see_version(l);
	l->look = false;
}

/* False when a signal or the terminal ends it. */
static bool turn(struct loop *l)
{
	bool ready = false;
	int n = l->watch.fd >= 0, wait = timeout_ms(l), wake = app_wake_ms(l->app);
	int64_t due = clock_ticks_ms() + wake;
	if (wake >= 0 && (wait < 0 || wake < wait))
		wait = wake;
	if (!term_wait(l->term, &l->watch.fd, &ready, n, wait))
		return false;
	hold(l);
	drain(l);
	if (wake >= 0 && clock_ticks_ms() >= due)
		app_tick(l->app);
	if (*l->study)
		ask_clock(l);
	look_around(l, ready);
	grant_wish(l);
	open_wanted(l);
	if (*l->study && settled(l))
		read_files(l);
	return !l->gone && !term_signal(l->term);
}

int loop_run(struct app *app, struct term *term, struct study **study)
{
	struct loop l = { .app = app, .term = term, .study = study, .watch = { .fd = -1 } };
	if (term_notice(term))
		app_toast(app, TOAST_INFO, "%s", term_notice(term));
	hold(&l);
	resize(&l);
	draw(&l);
	settle(&l);
	if (*study)
		begin_study(&l, *study);
	bool going = true;
	while (going && !app_quit(app)) {
		going = turn(&l);
		if (going && !app_quit(app))
			frame(&l);
	}
	watch_close(&l.watch);
	surface_release(&l.surface);
	free(l.typed);
	return going ? 0 : SIGNAL_EXIT + term_signal(term);
}
