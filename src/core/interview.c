/* interview.c - questions of an interview become cards, their topics are rated. */
#include "hone/interview.h"

#include <unistd.h>

#include "hone/files.h"
#include "hone/match.h"
#include "hone/want.h"
#include "study_priv.h"

/* ---- the list */

static const char head[] =
	"# The questions that you were asked, one a line.\n"
	"#\n"
	"# Each becomes a card that is due tomorrow, and what it is about is rated Dunno.\n"
	"# \"u: \" in front of a question rates it Unsure instead, \"k: \" leaves it as it is.\n"
	"# Lines that begin with \"#\" are not read. Without a question nothing is done.\n"
	"\n";

void interview_draft(struct buf *out, struct str questions)
{
	buf_add(out, str_of(head));
	buf_add(out, questions);
}

static const char *draft_path(const struct study *s, struct arena *a)
{
	return path_join(a, str_of(s->dir), STR(INTERVIEW_DRAFT));
}

bool interview_draft_make(const struct study *s, struct str questions, struct err *e)
{
	struct arena a = { 0 };
	struct buf text = { 0 };
	if (s->readonly)
		return err_set(e, ERR_READONLY, "%s", s->why_readonly);
	interview_draft(&text, questions);
	const char *path = draft_path(s, &a);
	/* One that was left there by a program that was killed is gone on with. */
	bool left = questions.n == 0 && access(path, F_OK) == 0;
	bool ok = left || files_write(path, buf_str(&text), e);
	buf_release(&text);
	arena_release(&a);
	return ok;
}

bool interview_draft_take(const struct study *s, struct buf *text, struct err *e)
{
	struct arena a = { 0 };
	struct err why = { 0 };
	const char *path = draft_path(s, &a);
	bool ok = files_read(path, text, NULL, &why);
	if (ok && unlink(path) != 0)
		ok = err_set(e, ERR_IO, "%s cannot be removed", path);
	else if (!ok && why.kind != ERR_MISSING)
		err_set(e, why.kind, "%s", why.text);
	arena_release(&a);
	return ok || why.kind == ERR_MISSING;
}

/* ---- reading it */

static enum level take_level(struct str *line)
{
	static const struct {
		struct str sign;
		enum level level;
	} signs[] = {
		{ { "u:", 2 }, LEVEL_UNSURE },
		{ { "d:", 2 }, LEVEL_DUNNO },
		{ { "k:", 2 }, LEVEL_NONE },
	};
	for (size_t i = 0; i < LENGTH(signs); i++)
		if (line->n > 2 && str_caseeq(str_slice(*line, 0, 2), signs[i].sign)) {
			*line = str_trim(str_slice(*line, 2, line->n));
			return signs[i].level;
		}
	return LEVEL_DUNNO;
}

static struct str without_bullet(struct str line)
{
	bool bullet =
		line.n && (*line.p == '-' || *line.p == '*') && (line.n == 1 || line.p[1] == ' ');
	return bullet ? str_trim(str_slice(line, 1, line.n)) : line;
}

struct reading {
	struct interview *iv;
	struct matcher *matcher;
	struct str *words; /* of each topic's name */
	struct arena *a;
};

static struct str words_of(struct str text, struct arena *a)
{
	struct buf b = { 0 };
	match_words(&b, text);
	struct str words = arena_str(a, buf_str(&b));
	buf_release(&b);
	return words;
}

static bool has_word(struct str words, uint64_t word)
{
	struct str w;
	while ((w = str_word(&words)).n)
		if (match_word(w) == word)
			return true;
	return false;
}

/* How much of a name the question says, in thousandths; words that many names have say little. */
static int share(const struct reading *r, struct str name, struct str question)
{
	int all = 0, found = 0;
	struct str w;
	while ((w = str_word(&name)).n) {
		int names = 0, weight;
		for (size_t i = 0; i < r->iv->ntopic; i++)
			names += has_word(r->words[i], match_word(w));
		weight = 1000 / (names ? names : 1);
		all += weight;
		found += has_word(question, match_word(w)) ? weight : 0;
	}
	return all ? (int)((int64_t)found * 1000 / all) : 0;
}

/* The topic of whose name the question says the most, at least half. */
static int nearest(const struct reading *r, struct str question)
{
	struct str words = words_of(question, r->a);
	int best = -1, most = 499;
	for (size_t i = 0; i < r->iv->ntopic; i++) {
		int now = share(r, r->words[i], words);
		if (now > most) {
			most = now;
			best = (int)i;
		}
	}
	return best;
}

static void find_topics(const struct reading *r, struct interview_question *q)
{
	int n, near;
	const int *found =
		match_card(r->matcher, (struct str){ 0 }, (struct str){ 0 }, q->text, &n);
	q->topic = arena_alloc(r->a, (size_t)n + 1, sizeof *q->topic);
	for (int i = 0; i < n; i++)
		q->topic[i] = found[i];
	q->ntopic = n;
	if (n || (near = nearest(r, q->text)) < 0)
		return;
	q->topic[q->ntopic++] = near;
	q->near = true;
}

static void read_lines(const struct reading *r, struct str text)
{
	struct str line;
	size_t cap = 0;
	struct interview *iv = r->iv;
	while (str_line(&text, &line)) {
		line = str_trim(line);
		if (line.n == 0 || *line.p == '#')
			continue;
		line = without_bullet(line);
		struct interview_question q = { .level = take_level(&line) };
		q.text = arena_str(r->a, line);
		if (q.text.n == 0)
			continue;
		find_topics(r, &q);
		iv->question = arena_room(r->a, iv->question, (size_t)iv->n, &cap, sizeof q);
		iv->question[iv->n++] = q;
	}
}

bool interview_read(const struct study *s, struct str text, struct interview *out, struct arena *a,
	struct err *e)
{
	struct interview iv = { 0 };
	struct reading r = { .iv = &iv, .matcher = match_new(a), .a = a };
	if (!catalog_topics(s->store, &iv.topic, &iv.ntopic, a, e))
		return false;
	r.words = arena_alloc(a, iv.ntopic + 1, sizeof *r.words);
	for (size_t i = 0; i < iv.ntopic; i++) {
		match_name(r.matcher, (int)i, iv.topic[i].name);
		r.words[i] = words_of(name_head(iv.topic[i].name), a);
	}
	read_lines(&r, text);
	*out = iv;
	return true;
}

/* ---- what would be written */

static const struct deck_card *find_card(const struct deck *d, struct str question)
{
	for (size_t i = 0; i < d->ncard; i++)
		if (str_caseeq(str_trim(d->card[i].front), question))
			return &d->card[i];
	return NULL;
}

static bool is_twice(const struct interview *iv, int at)
{
	for (int i = 0; i < at; i++)
		if (str_caseeq(iv->question[i].text, iv->question[at].text))
			return true;
	return false;
}

static struct str compose(
	struct interview *iv, const struct deck *was, struct str text, struct arena *a)
{
	struct buf lines = { 0 };
	if (text.n == 0)
		buf_add(&lines, STR("# Interview questions\n"));
	else if (text.p[text.n - 1] != '\n')
		buf_addc(&lines, '\n');
	size_t before = lines.n;
	for (int i = 0; i < iv->n; i++)
		if (!find_card(was, iv->question[i].text) && !is_twice(iv, i))
			buf_addf(&lines, "\nQ: %.*s #explain\n", STR_ARG(iv->question[i].text));
	struct str made = lines.n > before ? arena_str(a, buf_str(&lines)) : (struct str){ 0 };
	buf_release(&lines);
	return made;
}

/* Is each question a card then, and what was there before as well? */
static bool find_cards(
	struct interview *iv, size_t before, const struct deck *now, struct arena *a, struct err *e)
{
	iv->card = arena_alloc(a, (size_t)iv->n + 1, sizeof *iv->card);
	iv->ncard = 0;
	for (int i = 0; i < iv->n; i++) {
		const struct deck_card *c = find_card(now, iv->question[i].text);
		if (!c || now->ncard < before)
			return err_set(e, ERR_INVALID,
				"\"%.*s\" would not be read as one question; word it differently",
				STR_ARG(iv->question[i].text));
		if (!is_twice(iv, i))
			iv->card[iv->ncard++] = (int64_t)c->id;
	}
	return true;
}

static bool show_lines(const struct study *s, struct interview *iv, struct str text,
	struct arena *a, struct err *e)
{
	struct planner_put put = { iv->path, text, text.n, iv->line, iv->lines, 0 };
	if (iv->fresh || iv->lines.n == 0)
		return true;
	return planner_lines_edit(s, &put, &iv->edit, a, e);
}

bool interview_edit(const struct study *s, struct str path, struct interview *iv, struct arena *a,
	struct err *e)
{
	struct decoded d = { 0 };
	struct err why = { 0 };
	bool there = study_text(s, path, &d, a, &why);
	if (!there && why.kind != ERR_MISSING)
		return err_set(e, why.kind, "%s", why.text);
	if (iv->n == 0)
		return err_set(e, ERR_INVALID, "There is no question in it, so nothing is done.");
	iv->path = arena_str(a, path);
	iv->fresh = !there;
	iv->line = 1;
	for (size_t i = 0; i < d.text.n; i++)
		iv->line += d.text.p[i] == '\n';
	struct deck was = deck_parse(d.text, path, a);
	iv->lines = compose(iv, &was, d.text, a);
	struct str whole = arena_printf(a, "%.*s%.*s", STR_ARG(d.text), STR_ARG(iv->lines));
	struct deck now = deck_parse(whole, path, a);
	return find_cards(iv, was.ncard, &now, a, e) && show_lines(s, iv, d.text, a, e);
}

struct rating *interview_ratings(const struct interview *iv, size_t *n, struct arena *a)
{
	struct rating *r = arena_alloc(a, iv->ntopic + 1, sizeof *r);
	*n = 0;
	for (size_t k = 0; k < iv->ntopic; k++) {
		enum level to = LEVEL_NONE;
		for (int i = 0; i < iv->n; i++)
			for (int j = 0; j < iv->question[i].ntopic; j++)
				if (iv->question[i].topic[j] == (int)k &&
					iv->question[i].level > to)
					to = iv->question[i].level;
		if (to != LEVEL_NONE)
			r[(*n)++] = (struct rating){ iv->topic[k].id, to };
	}
	return r;
}

/* ---- doing it */

/* Of a file that was just made, which is empty. */
static bool fill(struct study *s, const struct interview *iv, struct err *e)
{
	struct arena a = { 0 };
	struct planner_edit edit;
	struct planner_put put = {
		.path = iv->path, .text = STR(""), .line = 1, .lines = iv->lines
	};
	const char *path = path_join(&a, str_of(s->dir), iv->path);
	bool made = files_create(path, STR(""), e);
	bool ok =
		made && planner_lines_edit(s, &put, &edit, &a, e) && planner_apply(s, 0, &edit, e);
	if (made && !ok)
		unlink(path); /* it is empty, and ours */
	arena_release(&a);
	return ok;
}

static bool write_lines(
	struct study *s, const struct interview *iv, struct event_id *deed, struct err *e)
{
	if (iv->lines.n == 0)
		return true;
	return (iv->fresh ? fill(s, iv, e) : planner_apply(s, 0, &iv->edit, e)) &&
	       study_last_note(s, deed, e);
}

bool interview_write(struct study *s, const struct interview *iv, struct err *e)
{
	struct arena a = { 0 };
	struct event_id deed = { 0 };
	size_t n;
	if (s->readonly)
		return err_set(e, ERR_READONLY, "%s", s->why_readonly);
	struct rating *r = interview_ratings(iv, &n, &a);
	bool ok = write_lines(s, iv, &deed, e) &&
		  want_cards(s, s->today + 1, iv->card, iv->ncard, &deed, e) &&
		  study_rate_all(s, r, n, &deed, e);
	arena_release(&a);
	return ok;
}
