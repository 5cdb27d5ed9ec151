/* md_plain.c - inline markdown without its marks. */
#include "hone/md.h"

#include <string.h>

#include "md_priv.h"

enum {
	MAX_LOOK_BACK = 64, /* openers tried for one closer: keeps the cost linear */
	MAX_TARGET = 1024,  /* bytes of a link target, for the same reason */
};

/* A mark in the plain text that goes if it finds its partner. */
struct mark {
	size_t at; /* in the output */
	size_t length, left;
	char c;
	bool opens, closes;
};

struct plain {
	struct buf out;
	struct mark *mark;
	size_t nmark, cap;
	struct arena *a;
};

static bool is_punct(unsigned char c)
{
	return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
	       (c >= '{' && c <= '~');
}

/* CommonMark's flanking rule, with every byte above ASCII taken for a letter. */
static struct mark mark_at(struct str s, size_t at, size_t n)
{
	char before = at > 0 ? s.p[at - 1] : ' ', after = at + n < s.n ? s.p[at + n] : ' ';
	bool punct_before = is_punct((unsigned char)before);
	bool punct_after = is_punct((unsigned char)after);
	bool left = !md_blank(after) && (!punct_after || md_blank(before) || punct_before);
	bool right = !md_blank(before) && (!punct_before || md_blank(after) || punct_after);
	struct mark m = { .length = n, .left = n, .c = s.p[at], .opens = left, .closes = right };
	if (m.c == '_') { /* snake_case is no emphasis */
		m.opens = left && (!right || punct_before);
		m.closes = right && (!left || punct_after);
	}
	return m;
}

/* Take what pairs of the closer `m` off the openers before it. */
static void plain_match(struct plain *p, struct mark *m)
{
	size_t low = p->nmark > MAX_LOOK_BACK ? p->nmark - MAX_LOOK_BACK : 0;
	for (size_t i = p->nmark; i > low && m->left > 0; i--) {
		struct mark *o = &p->mark[i - 1];
		if (o->c != m->c || !o->opens || o->left == 0)
			continue;
		size_t n = o->left < m->left ? o->left : m->left;
		if (m->c == '~' && n != 2)
			continue;
		o->left -= n;
		m->left -= n;
		for (size_t k = i; k < p->nmark; k++) /* marks between them stay as they are */
			p->mark[k].opens = false;
	}
}

static void plain_mark(struct plain *p, struct mark m)
{
	m.at = p->out.n;
	if (m.closes)
		plain_match(p, &m);
	p->mark = arena_room(p->a, p->mark, p->nmark, &p->cap, sizeof *p->mark);
	p->mark[p->nmark++] = m;
	for (size_t i = 0; i < m.length; i++)
		buf_addc(&p->out, m.c);
}

/* The end of a link target "(...)" that starts at `at`, or `at` when there is none. */
static size_t target_end(struct str s, size_t at)
{
	int depth = 0;
	if (at == s.n || s.p[at] != '(')
		return at;
	for (size_t i = at; i < s.n && i - at < MAX_TARGET; i++) {
		if (s.p[i] == '\\')
			i++;
		else if (s.p[i] == '(')
			depth++;
		else if (s.p[i] == ')' && --depth == 0)
			return i + 1;
	}
	return at;
}

/* At a ']': drop the brackets and the target of a link, keep its text. Returns where to go on. */
static size_t plain_link(struct plain *p, struct str s, size_t at)
{
	size_t end = target_end(s, at + 1), i = p->nmark;
	size_t low = i > MAX_LOOK_BACK ? i - MAX_LOOK_BACK : 0;
	while (i > low && !(p->mark[i - 1].c == '[' && p->mark[i - 1].opens))
		i--;
	if (i == low) {
		buf_addc(&p->out, ']');
		return at + 1;
	}
	struct mark *o = &p->mark[i - 1];
	o->opens = false;
	if (end == at + 1) {
		buf_addc(&p->out, ']');
		return at + 1;
	}
	o->left = 0;
	return end;
}

/* At a '<': an autolink loses its brackets, a comment or tag goes. Returns where to go on. */
static size_t plain_angle(struct plain *p, struct str s, size_t at)
{
	struct str rest = str_slice(s, at + 1, at + MAX_TARGET);
	bool comment = str_starts(rest, STR("!--"));
	bool tag = rest.n > 0 && (md_letter(rest.p[0]) || rest.p[0] == '/' || comment);
	ptrdiff_t end = -1;
	if (tag)
		end = str_find(rest, comment ? STR("-->") : STR(">"), comment ? 3 : 0);
	if (end < 0) {
		buf_addc(&p->out, '<');
		return at + 1;
	}
	struct str in = str_slice(rest, 0, (size_t)end);
	bool link = str_find(in, STR(":"), 0) > 1 || str_find(in, STR("@"), 0) > 0;
	if (link && str_find(in, STR(" "), 0) < 0)
		buf_add(&p->out, in);
	else if (str_casestarts(in, STR("br")))
		buf_addc(&p->out, ' ');
	return at + 1 + (size_t)end + (comment ? 3 : 1);
}

static size_t plain_code(struct plain *p, struct str s, size_t at)
{
	size_t n = md_run_length(s, at), end = md_code_end(s, at);
	if (end == at) {
		buf_add(&p->out, str_slice(s, at, at + n));
		return at + n;
	}
	buf_add(&p->out, str_slice(s, at + n, end - n));
	return end;
}

/* Does plain_step() do anything with it but copy it? */
static bool is_markup(char c)
{
	switch (c) {
	case '\\':
	case '`':
	case '<':
	case ']':
	case '[':
	case '!':
	case '*':
	case '_':
	case '~': return true;
	default: return false;
	}
}

/* One step of md_plain: what stands at `at` goes to the output or is dropped. */
static size_t plain_step(struct plain *p, struct str s, size_t at)
{
	char c = s.p[at];
	if (c == '\\' && at + 1 < s.n && is_punct((unsigned char)s.p[at + 1])) {
		buf_addc(&p->out, s.p[at + 1]);
		return at + 2;
	}
	if (c == '`')
		return plain_code(p, s, at);
	if (c == '<')
		return plain_angle(p, s, at);
	if (c == ']')
		return plain_link(p, s, at);
	if (c == '[' || (c == '!' && at + 1 < s.n && s.p[at + 1] == '[')) {
		if (c == '!')
			at++; /* an image shows its description */
		plain_mark(p, (struct mark){ .length = 1, .left = 1, .c = '[', .opens = true });
		return at + 1;
	}
	if (c == '*' || c == '_' || c == '~') {
		size_t n = md_run_length(s, at);
		plain_mark(p, mark_at(s, at, n));
		return at + n;
	}
	buf_addc(&p->out, c);
	return at + 1;
}

/* The output without the marks that found partners, white space runs as one space. */
static struct str plain_squeeze(struct plain *p)
{
	size_t n = 0, k = 0;
	for (size_t i = 0; i < p->out.n; i++) {
		if (k < p->nmark && p->mark[k].at == i) {
			const struct mark *m = &p->mark[k++];
			memmove(p->out.p + n, p->out.p + i, m->left);
			n += m->left;
			i += m->length - 1;
		} else if (!md_blank(p->out.p[i])) {
			p->out.p[n++] = p->out.p[i];
		} else if (n > 0 && p->out.p[n - 1] != ' ') {
			p->out.p[n++] = ' ';
		}
	}
	return str_trim((struct str){ p->out.p, n });
}

struct str md_plain(struct str inline_md, struct arena *a)
{
	struct plain p = { .a = a };
	for (size_t at = 0; at < inline_md.n;) {
		size_t from = at;
		while (at < inline_md.n && !is_markup(inline_md.p[at]))
			at++;
		buf_add(&p.out, str_slice(inline_md, from, at));
		if (at < inline_md.n)
			at = plain_step(&p, inline_md, at);
	}
	struct str s = arena_str(a, plain_squeeze(&p));
	buf_release(&p.out);
	return s;
}
