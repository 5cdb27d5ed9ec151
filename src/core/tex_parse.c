/* tex_parse.c - the source of a formula read once: commands and characters. */
#include "tex_stack.h"

#include "hone/text.h"

static const struct tex_command sub = { "_", TEX_DO_SUB, 1, 0 }, sup = { "^", TEX_DO_SUP, 1, 0 };
static const struct tex_command nroot = { "sqrt", TEX_DO_NROOT, 2, 0 };

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static char byte_at(const struct tex_parse *p, size_t at)
{
	return at < p->src.n ? p->src.p[at] : 0;
}

static void skip_spaces(struct tex_parse *p)
{
	while (p->at < p->src.n && is_space(p->src.p[p->at]))
		p->at++;
}

/* "[2pt]" and "*" after "\\". */
static void skip_row_space(struct tex_parse *p)
{
	if (byte_at(p, p->at) == '*')
		p->at++;
	if (byte_at(p, p->at) != '[' ||
		(!is_digit(byte_at(p, p->at + 1)) && byte_at(p, p->at + 1) != '-' &&
			byte_at(p, p->at + 1) != '.'))
		return;
	size_t end = p->at;
	while (end < p->src.n && end - p->at < 16 && p->src.p[end] != ']')
		end++;
	if (byte_at(p, end) == ']' && is_letter(byte_at(p, end - 1)))
		p->at = end + 1;
}

/* The text between the braces that start at `at`, or one character; *s empty when nothing is there. */
static bool raw_group(struct tex_parse *p, struct str *s)
{
	skip_spaces(p);
	if (p->at >= p->src.n)
		return false;
	size_t end = p->partner[p->at];
	if (end > 0) {
		*s = str_slice(p->src, p->at + 1, end);
		p->at = end + 1;
		return true;
	}
	struct str rest = str_slice(p->src, p->at, p->src.n);
	text_decode(&rest);
	*s = str_slice(p->src, p->at, p->src.n - rest.n);
	p->at = p->src.n - rest.n;
	return s->p[0] != '\\' && s->p[0] != '}';
}

/* Text as text: spaces count, "\_" is "_", "$" only marks formulas inside. */
static struct tex_atom text_atom(struct tex_parse *p, struct str s, enum tex_class class)
{
	struct buf b = { 0 };
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i], next = i + 1 < s.n ? s.p[i + 1] : 'x';
		if (c == '\\' && !is_letter(next)) {
			buf_addc(&b, next == ',' || next == ';' || next == ':' || is_space(next)
					     ? ' '
					     : next);
			i++;
		} else if (is_space(c) || c == '~') {
			if (b.n == 0 || b.p[b.n - 1] != ' ')
				buf_addc(&b, ' ');
		} else if (c != '{' && c != '}') {
			buf_addc(&b, c);
		}
	}
	struct tex_atom t = tex_literal(p, buf_str(&b), class);
	buf_release(&b);
	if (class == TEX_OP)
		t.flags = TEX_WORD;
	t.core.name = true;
	if (memchr(t.core.line.p, ' ', t.core.line.n))
		t.core.bind = TEX_SUM;
	return t;
}

/* ---- commands */

static void do_text(struct tex_parse *p, const struct tex_command *c)
{
	struct str s;
	bool star = c->which == TEX_OP && byte_at(p, p->at) == '*';
	p->at += star;
	if (!raw_group(p, &s)) {
		tex_refuse(p);
		return;
	}
	struct tex_atom t = text_atom(p, s, c->which);
	if (star)
		t.flags |= TEX_LIMITS;
	tex_deliver(p, t);
}

static void do_tag(struct tex_parse *p)
{
	struct str s;
	struct buf b = { 0 };
	p->at += byte_at(p, p->at) == '*';
	if (!raw_group(p, &s)) {
		tex_refuse(p);
		return;
	}
	buf_addf(&b, "(%.*s)", STR_ARG(text_atom(p, s, TEX_ORD).core.line));
	tex_deliver_space(p, 4);
	tex_deliver_text(p, buf_str(&b), TEX_ORD);
	buf_release(&b);
}

/* As written, with the groups right after it. */
static void unknown(struct tex_parse *p, size_t from)
{
	while (p->at < p->src.n && p->partner[p->at] > 0)
		p->at = p->partner[p->at] + 1;
	struct buf b = { 0 };
	for (size_t i = from; i < p->at; i++)
		buf_addc(&b, is_space(p->src.p[i]) ? ' ' : p->src.p[i]);
	tex_deliver_text(p, buf_str(&b), TEX_ORD);
	buf_release(&b);
}

/* What follows \left, \right or \middle: a bracket, or "." for none. False when there is none. */
static bool delimiter(struct tex_parse *p, struct str *s)
{
	skip_spaces(p);
	if (p->at >= p->src.n)
		return false;
	if (p->src.p[p->at] != '\\') {
		struct str rest = str_slice(p->src, p->at, p->src.n);
		text_decode(&rest);
		*s = str_slice(p->src, p->at, p->src.n - rest.n);
		p->at += s->n;
		if (str_eq(*s, STR(".")))
			s->n = 0;
		if (str_eq(*s, STR("<")))
			*s = STR("⟨");
		if (str_eq(*s, STR(">")))
			*s = STR("⟩");
		return s->n == 0 || !(is_letter(s->p[0]) || s->p[0] == '{' || s->p[0] == '}');
	}
	size_t end = p->at + 1;
	while (end < p->src.n && is_letter(p->src.p[end]))
		end++;
	end += end == p->at + 1;
	const struct tex_symbol *sign = tex_symbol(str_slice(p->src, p->at + 1, end));
	if (!sign)
		return false;
	*s = str_of(sign->text);
	p->at = end;
	return true;
}

static void do_delimiter(struct tex_parse *p, enum tex_op op)
{
	struct str s;
	if (tex_in_command(p) || !delimiter(p, &s) ||
		(op != TEX_DO_LEFT && tex_top(p)->left == 0)) {
		tex_refuse(p);
		return;
	}
	enum tex_class class = op == TEX_DO_LEFT    ? TEX_OPEN
			       : op == TEX_DO_RIGHT ? TEX_CLOSE
						    : TEX_REL;
	struct tex_atom t = tex_literal(p, s, class);
	t.strong = op != TEX_DO_MIDDLE;
	t.middle = !t.strong;
	tex_top(p)->left += op == TEX_DO_LEFT ? 1 : op == TEX_DO_RIGHT ? -1 : 0;
	tex_deliver(p, t);
}

static void do_begin(struct tex_parse *p)
{
	struct str name, argument = { 0 };
	if (!raw_group(p, &name)) {
		tex_refuse(p);
		return;
	}
	const struct tex_environment *env = tex_environment_named(name);
	if (!env || (env->argument && !raw_group(p, &argument))) {
		tex_refuse(p);
		return;
	}
	tex_push(p, TEX_IN_ENVIRONMENT, false);
	if (p->refused)
		return;
	tex_need_grid(p, env);
	tex_top(p)->grid->columns = argument;
}

static void do_end(struct tex_parse *p)
{
	struct str name;
	if (!raw_group(p, &name) || tex_top(p)->kind != TEX_IN_ENVIRONMENT ||
		!str_eq(name, str_of(tex_top(p)->grid->env->name))) {
		tex_refuse(p);
		return;
	}
	tex_end_grid(p);
	struct tex_atom t = tex_grid_atom(p->a, tex_top(p)->grid, tex_top(p)->tight);
	p->depth--;
	tex_deliver(p, t);
}

/* "[" after \sqrt and the arrows: a first argument that need not be there. */
static void do_optional(struct tex_parse *p, const struct tex_command *c)
{
	skip_spaces(p);
	if (byte_at(p, p->at) != '[') {
		tex_push_command(p, c);
		return;
	}
	struct tex_command *both = arena_alloc(p->a, 1, sizeof *both);
	*both = *c;
	both->op = TEX_DO_ARROW2;
	both->nargs = 2;
	tex_push_command(p, c->op == TEX_DO_ROOT ? &nroot : both);
	if (p->refused)
		return;
	p->at++;
	tex_push(p, TEX_IN_INDEX, true);
}

static void do_drop(struct tex_parse *p, size_t nargs)
{
	struct str s;
	for (size_t i = 0; i < nargs; i++)
		if (!raw_group(p, &s))
			tex_refuse(p);
}

static void do_limits(struct tex_parse *p, bool limits)
{
	if (p->natom == tex_top(p)->first)
		return;
	struct tex_atom *t = &p->atom[p->natom - 1];
	t->flags = (uint8_t)((t->flags & ~TEX_LIMITS) | (limits ? TEX_LIMITS : 0));
}

static void do_command(struct tex_parse *p, const struct tex_command *c)
{
	if (c->op == TEX_DO_ROOT || c->op == TEX_DO_ARROW) {
		do_optional(p, c);
		return;
	}
	if (c->op < TEX_WITH_ARGUMENTS) {
		tex_push_command(p, c);
		return;
	}
	switch ((enum tex_op)c->op) {
	case TEX_DO_SWITCH: tex_top(p)->font = c->which; break;
	case TEX_DO_TEXT: do_text(p, c); break;
	case TEX_DO_TAG: do_tag(p); break;
	case TEX_DO_HSPACE:
		do_drop(p, 1);
		tex_deliver_space(p, 1);
		break;
	case TEX_DO_DROP: do_drop(p, c->nargs); break;
	case TEX_DO_LIMITS: do_limits(p, c->which); break;
	case TEX_DO_BEGIN: do_begin(p); break;
	case TEX_DO_END: do_end(p); break;
	case TEX_DO_SPACE: tex_deliver_space(p, c->which); break;
	case TEX_DO_ROW:
		skip_row_space(p);
		tex_next_cell(p, true);
		break;
	default: do_delimiter(p, c->op); break;
	}
}

static void do_symbol(struct tex_parse *p, const struct tex_symbol *s)
{
	struct tex_atom t = tex_literal(p, str_of(s->text), s->class);
	struct str letter = t.core.line;
	uint32_t cp = letter.n > 0 ? text_decode(&letter) : 0;
	uint32_t other = tex_letter(tex_top(p)->font, cp);
	if (other != cp && letter.n == 0) {
		struct buf b = { 0 };
		text_encode(&b, other);
		t.core = tex_form_of(p->a, buf_str(&b));
		buf_release(&b);
	}
	t.flags = s->flags;
	if ((s->flags & TEX_TALL) && !tex_top(p)->tight) {
		struct tex_box part[3] = { tex_flat(p->a, STR("⌠"), 1), tex_flat(p->a, STR("⎮"), 1),
			tex_flat(p->a, STR("⌡"), 1) };
		t.core.box = tex_stack(p->a, part, 3, 1, 'l');
	}
	tex_deliver(p, t);
}

static void control(struct tex_parse *p)
{
	size_t from = p->at++;
	while (p->at < p->src.n && is_letter(p->src.p[p->at]))
		p->at++;
	if (p->at == from + 1) { /* one character, whatever it is */
		struct str rest = str_slice(p->src, p->at, p->src.n);
		if (rest.n > 0)
			text_decode(&rest);
		p->at = p->src.n - rest.n;
	}
	struct str name = str_slice(p->src, from + 1, p->at);
	if (name.n == 1 && is_space(name.p[0]))
		name = STR(" ");
	const struct tex_command *c = tex_command(name);
	const struct tex_symbol *s = c ? NULL : tex_symbol(name);
	if (c)
		do_command(p, c);
	else if (s)
		do_symbol(p, s);
	else
		unknown(p, from);
}

/* ---- characters */

struct sign {
	const char *source, *text;
	uint8_t class;
};

static const struct sign signs[] = {
	{ "-", "−", TEX_BIN },
	{ "+", "+", TEX_BIN },
	{ "*", "*", TEX_BIN },
	{ "=", "=", TEX_REL },
	{ "<", "<", TEX_REL },
	{ ">", ">", TEX_REL },
	{ "(", "(", TEX_OPEN },
	{ "[", "[", TEX_OPEN },
	{ ")", ")", TEX_CLOSE },
	{ "]", "]", TEX_CLOSE },
	{ ",", ",", TEX_PUNCT },
	{ ";", ";", TEX_PUNCT },
};

static bool digits_around(const struct tex_parse *p, size_t at)
{
	return at > 0 && is_digit(p->src.p[at - 1]) && is_digit(byte_at(p, at + 1));
}

/* A number; as an argument one digit of it. */
static void number(struct tex_parse *p)
{
	size_t end = p->at + 1;
	while (!tex_in_command(p) &&
		(is_digit(byte_at(p, end)) || ((byte_at(p, end) == '.' || byte_at(p, end) == ',') &&
						      digits_around(p, end))))
		end++;
	size_t from = p->at;
	p->at = end;
	struct buf b = { 0 };
	for (size_t i = from; i < end; i++)
		text_encode(&b, tex_letter(tex_top(p)->font, (unsigned char)p->src.p[i]));
	tex_deliver_text(p, buf_str(&b), TEX_ORD);
	buf_release(&b);
}

/* ":" of ":=" is one with it; alone it follows what it ends. */
static void colon(struct tex_parse *p)
{
	bool defines = byte_at(p, p->at + 1) == '=';
	p->at += defines ? 2 : 1;
	tex_deliver_text(p, defines ? STR(":=") : STR(":"), defines ? TEX_REL : TEX_PUNCT);
}

static void primes(struct tex_parse *p)
{
	size_t n = 0;
	struct buf b = { 0 };
	while (byte_at(p, p->at + n) == '\'')
		n++;
	p->at += n;
	for (; n >= 3; n -= 3)
		buf_add(&b, STR("‴"));
	buf_add(&b, n == 2 ? STR("″") : n == 1 ? STR("′") : STR(""));
	tex_deliver_text(p, buf_str(&b), TEX_ORD);
	buf_release(&b);
}

static void letter(struct tex_parse *p)
{
	struct buf b = { 0 };
	text_encode(&b, tex_letter(tex_top(p)->font, (unsigned char)p->src.p[p->at++]));
	tex_deliver_text(p, buf_str(&b), TEX_ORD);
	buf_release(&b);
}

/* What is not seen at the start of s: its bytes, or 0. A line may end right after it. */
static size_t unseen(struct str s)
{
	struct str rest = s;
	struct cluster c;
	text_decode(&rest);
	struct str first = str_slice(s, 0, s.n - rest.n);
	return text_next(&first, &c) ? 0 : s.n - rest.n;
}

/* What is no ASCII: a whole cluster, of the class of the symbol that it is. */
static void cluster(struct tex_parse *p)
{
	struct str rest = str_slice(p->src, p->at, p->src.n);
	struct cluster c;
	size_t n = unseen(rest);
	if (n > 0) {
		p->at += n;
		return;
	}
	if (!text_next(&rest, &c))
		rest.n = 0;
	struct str s = str_slice(p->src, p->at, p->src.n - rest.n);
	p->at = p->src.n - rest.n;
	bool sign = (unsigned char)s.p[0] >= 0xe2 || (unsigned char)s.p[0] == 0xc2 ||
		    (unsigned char)s.p[0] == 0xc3;
	const struct tex_symbol *known = sign ? tex_sign(s) : NULL;
	struct tex_atom t = tex_literal(p, s, known ? known->class : TEX_ORD);
	t.flags = known ? known->flags & TEX_LIMITS : 0;
	tex_deliver(p, t);
}

/* A blank counts for nothing, but between words, which people write where TeX would run them together. */
static void blank(struct tex_parse *p)
{
	size_t from = p->at;
	skip_spaces(p);
	bool words =
		from > 0 && is_letter(p->src.p[from - 1]) && is_letter(byte_at(p, p->at)) &&
		((from > 1 && is_letter(p->src.p[from - 2])) || is_letter(byte_at(p, p->at + 1)));
	const struct tex_atom *last = p->natom > tex_top(p)->first ? &p->atom[p->natom - 1] : NULL;
	/* The letters before it may be the name of a command. */
	if (words && last && last->class == TEX_ORD && last->core.line.n == 1 &&
		last->core.line.p[0] == p->src.p[from - 1])
		tex_deliver_space(p, 1);
}

static void plain_sign(struct tex_parse *p)
{
	char c = p->src.p[p->at];
	if (c == '.' && byte_at(p, p->at + 1) != '.' &&
		(p->at == 0 || p->src.p[p->at - 1] != '.')) {
		p->at++;
		tex_deliver_text(p, STR("."), TEX_PUNCT); /* the end of a sentence */
		return;
	}
	for (size_t i = 0; i < LENGTH(signs); i++)
		if (signs[i].source[0] == c) {
			p->at++;
			tex_deliver_text(p, str_of(signs[i].text), signs[i].class);
			return;
		}
	p->at++;
	tex_deliver_text(p, str_slice(p->src, p->at - 1, p->at), TEX_ORD);
}

static void script(struct tex_parse *p, const struct tex_command *c)
{
	p->at++;
	if (tex_in_command(p))
		tex_refuse(p);
	else
		tex_push_command(p, c);
}

/* One step: the characters that are markup in a formula. False for any other. */
static bool markup(struct tex_parse *p)
{
	static const char all[] = "\\{}^_&~'$]";
	char c = p->src.p[p->at];
	const char *which = c ? strchr(all, c) : NULL;
	switch (which ? which - all : -1) {
	case 0: control(p); return true;
	case 1: tex_open_group(p); return true;
	case 2: tex_close_group(p, TEX_IN_GROUP); return true;
	case 3: script(p, &sup); return true;
	case 4: script(p, &sub); return true;
	case 5:
		p->at++;
		tex_next_cell(p, false);
		return true;
	case 6:
		p->at++;
		tex_deliver_space(p, 1);
		return true;
	case 7: primes(p); return true;
	case 8: tex_refuse(p); return true;
	case 9:
		if (tex_top(p)->kind != TEX_IN_INDEX)
			return false;
		tex_close_group(p, TEX_IN_INDEX);
		return true;
	default: return false;
	}
}

static void step(struct tex_parse *p)
{
	char c = p->src.p[p->at];
	if (is_space(c))
		blank(p);
	else if (is_letter(c))
		letter(p);
	else if (is_digit(c) || (c == '.' && is_digit(byte_at(p, p->at + 1))))
		number(p);
	else if (c == ':')
		colon(p);
	else if ((unsigned char)c >= 0x80)
		cluster(p);
	else if (!markup(p))
		plain_sign(p);
}

/* Finds the partners of the braces. False when one has none. */
static bool pair_braces(struct tex_parse *p)
{
	p->partner = arena_alloc(p->a, p->src.n + 1, sizeof *p->partner);
	size_t open[TEX_DEPTH];
	int n = 0;
	for (size_t i = 0; i < p->src.n; i++) {
		if (p->src.p[i] == '\\') {
			i++;
		} else if (p->src.p[i] == '{') {
			if (n == TEX_DEPTH)
				return false;
			open[n++] = i;
		} else if (p->src.p[i] == '}') {
			if (n == 0)
				return false;
			p->partner[open[--n]] = (uint32_t)i;
		}
	}
	return n == 0;
}

/* All of the source into *p. False when it is refused. */
static bool read_all(struct tex_parse *p)
{
	p->atom = arena_room(p->a, p->atom, 0, &p->cap, sizeof *p->atom);
	tex_push(p, TEX_IN_TOP, false);
	while (!p->refused && p->at < p->src.n)
		step(p);
	if (p->refused || tex_top(p)->kind != TEX_IN_TOP)
		return false;
	tex_need_grid(p, &tex_lines);
	tex_end_grid(p);
	return !p->refused;
}

bool tex_parse(struct str src, struct arena *a, struct tex_grid *result)
{
	struct tex_parse p = { .a = a, .src = src };
	if (src.n > INT32_MAX || !pair_braces(&p) || !read_all(&p))
		return false;
	if (tex_uneven(&p)) { /* all of them are shown in the same manner */
		struct tex_parse again = { .a = a, .src = src, .nkin = p.nkin, .know_kin = true };
		again.write_capitals = p.lacks_capital;
		memcpy(again.kin, p.kin, sizeof again.kin);
		p = again;
		if (!pair_braces(&p) || !read_all(&p))
			return false;
	}
	*result = *tex_top(&p)->grid;
	return true;
}
