/* tex_parse.c - the source of a formula read once, with a stack of what is open, into atoms and cells. */
#include "tex_priv.h"

#include "hone/text.h"

enum frame_kind {
	IN_TOP,
	IN_GROUP, /* "{" up to "}" */
	IN_INDEX, /* "[" of a root up to "]" */
	IN_ENVIRONMENT,
	IN_COMMAND, /* its arguments */
};

struct frame {
	uint8_t kind, font;
	bool tight;
	size_t first;                      /* of its atoms */
	int left;                          /* \left without their \right */
	const struct tex_command *command; /* IN_COMMAND */
	size_t nargs;                      /* that it waits for in all */
	struct tex_grid *grid;             /* NULL until there is a second cell or row */
};

struct parse {
	struct arena *a;
	struct str src;
	size_t at;
	uint32_t *partner; /* of each "{", its "}"; 0 elsewhere */
	struct tex_atom *atom;
	size_t natom, cap;
	struct frame frame[TEX_DEPTH];
	int depth;
	bool refused;
};

static const struct tex_command sub = { "_", TEX_DO_SUB, 1, 0 }, sup = { "^", TEX_DO_SUP, 1, 0 };
static const struct tex_command nroot = { "sqrt", TEX_DO_NROOT, 2, 0 };
static const struct tex_environment lines = { .name = "", .align = TEX_LINES };
static const struct tex_environment group = { .name = "", .align = TEX_CENTRE };

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

static char byte_at(const struct parse *p, size_t at)
{
	return at < p->src.n ? p->src.p[at] : 0;
}

static void skip_spaces(struct parse *p)
{
	while (p->at < p->src.n && is_space(p->src.p[p->at]))
		p->at++;
}

static struct frame *top(struct parse *p)
{
	return &p->frame[p->depth - 1];
}

static void refuse(struct parse *p)
{
	p->refused = true;
}

static void push(struct parse *p, enum frame_kind kind, bool tight)
{
	if (p->depth == TEX_DEPTH) {
		refuse(p);
		return;
	}
	struct frame f = { .kind = (uint8_t)kind, .first = p->natom, .tight = tight };
	if (p->depth > 0) {
		f.font = top(p)->font;
		f.tight = f.tight || top(p)->tight;
	}
	p->frame[p->depth++] = f;
}

static void push_command(struct parse *p, const struct tex_command *c)
{
	push(p, IN_COMMAND,
		c->op == TEX_DO_SUB || c->op == TEX_DO_SUP || c->op == TEX_DO_TFRACTION);
	if (p->refused)
		return;
	top(p)->command = c;
	top(p)->nargs = c->nargs;
	if (c->op == TEX_DO_FONT)
		top(p)->font = c->which;
}

static void add_atom(struct parse *p, struct tex_atom t)
{
	p->atom = arena_room(p->a, p->atom, p->natom, &p->cap, sizeof *p->atom);
	p->atom[p->natom++] = t;
}

/* A script goes to the atom before it, or to one of no width where there is none or it has one already. */
static void attach(struct parse *p, bool up, const struct tex_form *script)
{
	struct tex_form *kept = arena_alloc(p->a, 1, sizeof *kept);
	*kept = *script;
	bool there = p->natom > top(p)->first;
	struct tex_atom *t = there ? &p->atom[p->natom - 1] : NULL;
	if (!t || t->class == TEX_SPACE || (up ? t->sup : t->sub)) {
		add_atom(p, (struct tex_atom){ .tight = top(p)->tight });
		t = &p->atom[p->natom - 1];
	}
	if (up)
		t->sup = kept;
	else
		t->sub = kept;
}

/* An atom is there: it joins the list, or the command that waits for it, which may then be done. */
static void deliver(struct parse *p, struct tex_atom t)
{
	t.tight = top(p)->tight;
	add_atom(p, t);
	while (!p->refused && top(p)->kind == IN_COMMAND &&
		p->natom - top(p)->first == top(p)->nargs) {
		struct frame f = *top(p);
		struct tex_atom *arg = &p->atom[f.first];
		p->natom = f.first;
		p->depth--;
		if (f.command->op == TEX_DO_SUB || f.command->op == TEX_DO_SUP) {
			struct tex_form script = tex_scripted(p->a, arg);
			attach(p, f.command->op == TEX_DO_SUP, &script);
			return;
		}
		if (f.command->op == TEX_DO_DROP)
			return;
		struct tex_atom made = tex_make(p->a, f.command, arg, f.nargs, f.tight);
		made.tight = top(p)->tight;
		add_atom(p, made);
	}
}

static bool in_command(struct parse *p)
{
	return top(p)->kind == IN_COMMAND;
}

static struct tex_atom literal(struct parse *p, struct str text, enum tex_class class)
{
	return (struct tex_atom){ .core = tex_form_of(p->a, text), .class = (uint8_t) class };
}

static void deliver_text(struct parse *p, struct str text, enum tex_class class)
{
	deliver(p, literal(p, text, class));
}

static void space(struct parse *p, int cols)
{
	if (!in_command(p) && cols > 0)
		add_atom(p, literal(p, str_slice(STR("    "), 0, (size_t)cols), TEX_SPACE));
}

/* ---- cells */

static void need_grid(struct parse *p, const struct tex_environment *env)
{
	struct frame *f = top(p);
	if (f->grid)
		return;
	f->grid = arena_alloc(p->a, 1, sizeof *f->grid);
	f->grid->env = env;
}

static struct tex_cell take_list(struct parse *p, bool goes_on)
{
	struct frame *f = top(p);
	if (f->left > 0)
		refuse(p);
	struct tex_cell c =
		tex_list(p->a, p->atom + f->first, p->natom - f->first, f->tight, goes_on);
	p->natom = f->first;
	return c;
}

static void start_row(struct parse *p, struct tex_grid *g)
{
	g->row = arena_room(p->a, g->row, g->nrow, &g->row_cap, sizeof *g->row);
	g->row[g->nrow++] = g->ncell;
}

static void end_cell(struct parse *p)
{
	struct tex_grid *g = top(p)->grid;
	if (g->nrow == 0)
		start_row(p, g);
	size_t column = g->ncell - g->row[g->nrow - 1];
	struct tex_cell c = take_list(p, g->env->align == TEX_LINES && column % 2 == 1);
	g->cell = arena_room(p->a, g->cell, g->ncell, &g->cell_cap, sizeof *g->cell);
	g->cell[g->ncell++] = c;
}

/* "&" and "\\". */
static void next_cell(struct parse *p, bool row)
{
	if (in_command(p) || top(p)->kind == IN_INDEX || (top(p)->kind == IN_GROUP && !row)) {
		refuse(p);
		return;
	}
	need_grid(p, top(p)->kind == IN_GROUP ? &group : &lines);
	end_cell(p);
	if (row)
		start_row(p, top(p)->grid);
}

/* The last cell; a row that is empty is none. */
static void end_grid(struct parse *p)
{
	struct tex_grid *g = top(p)->grid;
	bool empty = p->natom == top(p)->first;
	if (empty && g->nrow > 1 && g->row[g->nrow - 1] == g->ncell)
		g->nrow--;
	else
		end_cell(p);
}

/* "[2pt]" and "*" after "\\". */
static void skip_row_space(struct parse *p)
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

/* ---- groups */

static void open_group(struct parse *p)
{
	p->at++;
	push(p, IN_GROUP, false);
}

/* A group counts as one letter, whatever is in it, but for names and big operators. */
static struct tex_atom group_atom(struct parse *p)
{
	struct frame *f = top(p);
	if (f->grid) {
		end_grid(p);
		return tex_grid_atom(p->a, f->grid, f->tight);
	}
	if (p->natom - f->first == 1 && f->left == 0) {
		struct tex_atom t = p->atom[f->first];
		p->natom = f->first;
		t.inside = t.class;
		if (t.class != TEX_OP && t.class != TEX_INNER)
			t.class = TEX_ORD;
		return t;
	}
	struct tex_cell c = take_list(p, false);
	return (struct tex_atom){ .core = c.form };
}

static void close_group(struct parse *p, enum frame_kind kind)
{
	if (top(p)->kind != kind) {
		refuse(p);
		return;
	}
	p->at++;
	struct tex_atom t = group_atom(p);
	p->depth--;
	deliver(p, t);
}

/* The text between the braces that start at `at`, or one character; *s empty when nothing is there. */
static bool raw_group(struct parse *p, struct str *s)
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
static struct tex_atom text_atom(struct parse *p, struct str s, enum tex_class class)
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
	struct tex_atom t = literal(p, buf_str(&b), class);
	buf_release(&b);
	if (class == TEX_OP)
		t.flags = TEX_WORD;
	if (memchr(t.core.line.p, ' ', t.core.line.n))
		t.core.bind = TEX_SUM;
	return t;
}

/* ---- commands */

static void do_text(struct parse *p, const struct tex_command *c)
{
	struct str s;
	bool star = c->which == TEX_OP && byte_at(p, p->at) == '*';
	p->at += star;
	if (!raw_group(p, &s)) {
		refuse(p);
		return;
	}
	struct tex_atom t = text_atom(p, s, c->which);
	if (star)
		t.flags |= TEX_LIMITS;
	deliver(p, t);
}

static void do_tag(struct parse *p)
{
	struct str s;
	struct buf b = { 0 };
	p->at += byte_at(p, p->at) == '*';
	if (!raw_group(p, &s)) {
		refuse(p);
		return;
	}
	buf_addf(&b, "(%.*s)", STR_ARG(text_atom(p, s, TEX_ORD).core.line));
	space(p, 4);
	deliver_text(p, buf_str(&b), TEX_ORD);
	buf_release(&b);
}

/* As written, with the groups right after it. */
static void unknown(struct parse *p, size_t from)
{
	while (p->at < p->src.n && p->partner[p->at] > 0)
		p->at = p->partner[p->at] + 1;
	struct buf b = { 0 };
	for (size_t i = from; i < p->at; i++)
		buf_addc(&b, is_space(p->src.p[i]) ? ' ' : p->src.p[i]);
	deliver_text(p, buf_str(&b), TEX_ORD);
	buf_release(&b);
}

/* What follows \left, \right or \middle: a bracket, or "." for none. False when there is none. */
static bool delimiter(struct parse *p, struct str *s)
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

static void do_delimiter(struct parse *p, enum tex_op op)
{
	struct str s;
	if (in_command(p) || !delimiter(p, &s) || (op != TEX_DO_LEFT && top(p)->left == 0)) {
		refuse(p);
		return;
	}
	enum tex_class class = op == TEX_DO_LEFT    ? TEX_OPEN
			       : op == TEX_DO_RIGHT ? TEX_CLOSE
						    : TEX_REL;
	struct tex_atom t = literal(p, s, class);
	t.strong = op != TEX_DO_MIDDLE;
	t.middle = !t.strong;
	top(p)->left += op == TEX_DO_LEFT ? 1 : op == TEX_DO_RIGHT ? -1 : 0;
	deliver(p, t);
}

static void do_begin(struct parse *p)
{
	struct str name, argument = { 0 };
	if (!raw_group(p, &name)) {
		refuse(p);
		return;
	}
	const struct tex_environment *env = tex_environment_named(name);
	if (!env || (env->argument && !raw_group(p, &argument))) {
		refuse(p);
		return;
	}
	push(p, IN_ENVIRONMENT, false);
	if (p->refused)
		return;
	need_grid(p, env);
	top(p)->grid->columns = argument;
}

static void do_end(struct parse *p)
{
	struct str name;
	if (!raw_group(p, &name) || top(p)->kind != IN_ENVIRONMENT ||
		!str_eq(name, str_of(top(p)->grid->env->name))) {
		refuse(p);
		return;
	}
	end_grid(p);
	struct tex_atom t = tex_grid_atom(p->a, top(p)->grid, top(p)->tight);
	p->depth--;
	deliver(p, t);
}

/* "[" after \sqrt and the arrows: a first argument that need not be there. */
static void do_optional(struct parse *p, const struct tex_command *c)
{
	skip_spaces(p);
	if (byte_at(p, p->at) != '[') {
		push_command(p, c);
		return;
	}
	struct tex_command *both = arena_alloc(p->a, 1, sizeof *both);
	*both = *c;
	both->op = TEX_DO_ARROW2;
	both->nargs = 2;
	push_command(p, c->op == TEX_DO_ROOT ? &nroot : both);
	if (p->refused)
		return;
	p->at++;
	push(p, IN_INDEX, true);
}

static void do_drop(struct parse *p, size_t nargs)
{
	struct str s;
	for (size_t i = 0; i < nargs; i++)
		if (!raw_group(p, &s))
			refuse(p);
}

static void do_limits(struct parse *p, bool limits)
{
	if (p->natom == top(p)->first)
		return;
	struct tex_atom *t = &p->atom[p->natom - 1];
	t->flags = (uint8_t)((t->flags & ~TEX_LIMITS) | (limits ? TEX_LIMITS : 0));
}

static void do_command(struct parse *p, const struct tex_command *c)
{
	if (c->op == TEX_DO_ROOT || c->op == TEX_DO_ARROW) {
		do_optional(p, c);
		return;
	}
	if (c->op < TEX_WITH_ARGUMENTS) {
		push_command(p, c);
		return;
	}
	switch ((enum tex_op)c->op) {
	case TEX_DO_SWITCH: top(p)->font = c->which; break;
	case TEX_DO_TEXT: do_text(p, c); break;
	case TEX_DO_TAG: do_tag(p); break;
	case TEX_DO_HSPACE:
		do_drop(p, 1);
		space(p, 1);
		break;
	case TEX_DO_DROP: do_drop(p, c->nargs); break;
	case TEX_DO_LIMITS: do_limits(p, c->which); break;
	case TEX_DO_BEGIN: do_begin(p); break;
	case TEX_DO_END: do_end(p); break;
	case TEX_DO_SPACE: space(p, c->which); break;
	case TEX_DO_ROW:
		skip_row_space(p);
		next_cell(p, true);
		break;
	default: do_delimiter(p, c->op); break;
	}
}

static void do_symbol(struct parse *p, const struct tex_symbol *s)
{
	struct tex_atom t = literal(p, str_of(s->text), s->class);
	struct str letter = t.core.line;
	uint32_t cp = letter.n > 0 ? text_decode(&letter) : 0;
	uint32_t other = tex_letter(top(p)->font, cp);
	if (other != cp && letter.n == 0) {
		struct buf b = { 0 };
		text_encode(&b, other);
		t.core = tex_form_of(p->a, buf_str(&b));
		buf_release(&b);
	}
	t.flags = s->flags;
	if ((s->flags & TEX_TALL) && !top(p)->tight) {
		struct tex_box part[3] = { tex_flat(p->a, STR("⌠"), 1), tex_flat(p->a, STR("⎮"), 1),
			tex_flat(p->a, STR("⌡"), 1) };
		t.core.box = tex_stack(p->a, part, 3, 1, 'l');
	}
	deliver(p, t);
}

static void control(struct parse *p)
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

static bool digits_around(const struct parse *p, size_t at)
{
	return at > 0 && is_digit(p->src.p[at - 1]) && is_digit(byte_at(p, at + 1));
}

/* A number; as an argument one digit of it. */
static void number(struct parse *p)
{
	size_t end = p->at + 1;
	while (!in_command(p) &&
		(is_digit(byte_at(p, end)) || ((byte_at(p, end) == '.' || byte_at(p, end) == ',') &&
						      digits_around(p, end))))
		end++;
	size_t from = p->at;
	p->at = end;
	struct buf b = { 0 };
	for (size_t i = from; i < end; i++)
		text_encode(&b, tex_letter(top(p)->font, (unsigned char)p->src.p[i]));
	deliver_text(p, buf_str(&b), TEX_ORD);
	buf_release(&b);
}

/* ":" of ":=" is one with it; alone it follows what it ends. */
static void colon(struct parse *p)
{
	bool defines = byte_at(p, p->at + 1) == '=';
	p->at += defines ? 2 : 1;
	deliver_text(p, defines ? STR(":=") : STR(":"), defines ? TEX_REL : TEX_PUNCT);
}

static void primes(struct parse *p)
{
	size_t n = 0;
	struct buf b = { 0 };
	while (byte_at(p, p->at + n) == '\'')
		n++;
	p->at += n;
	for (; n >= 3; n -= 3)
		buf_add(&b, STR("‴"));
	buf_add(&b, n == 2 ? STR("″") : n == 1 ? STR("′") : STR(""));
	deliver_text(p, buf_str(&b), TEX_ORD);
	buf_release(&b);
}

static void letter(struct parse *p)
{
	struct buf b = { 0 };
	text_encode(&b, tex_letter(top(p)->font, (unsigned char)p->src.p[p->at++]));
	deliver_text(p, buf_str(&b), TEX_ORD);
	buf_release(&b);
}

/* What is no ASCII: a whole cluster, of the class of the symbol that it is. */
static void cluster(struct parse *p)
{
	struct str rest = str_slice(p->src, p->at, p->src.n);
	struct cluster c;
	if (!text_next(&rest, &c))
		rest.n = 0;
	struct str s = str_slice(p->src, p->at, p->src.n - rest.n);
	p->at = p->src.n - rest.n;
	bool sign = (unsigned char)s.p[0] >= 0xe2 || (unsigned char)s.p[0] == 0xc2 ||
		    (unsigned char)s.p[0] == 0xc3;
	const struct tex_symbol *known = sign ? tex_sign(s) : NULL;
	struct tex_atom t = literal(p, s, known ? known->class : TEX_ORD);
	t.flags = known ? known->flags & TEX_LIMITS : 0;
	deliver(p, t);
}

/* A blank counts for nothing, but between words, which people write where TeX would run them together. */
static void blank(struct parse *p)
{
	size_t from = p->at;
	skip_spaces(p);
	bool words =
		from > 0 && is_letter(p->src.p[from - 1]) && is_letter(byte_at(p, p->at)) &&
		((from > 1 && is_letter(p->src.p[from - 2])) || is_letter(byte_at(p, p->at + 1)));
	const struct tex_atom *last = p->natom > top(p)->first ? &p->atom[p->natom - 1] : NULL;
	/* The letters before it may be the name of a command. */
	if (words && last && last->class == TEX_ORD && last->core.line.n == 1 &&
		last->core.line.p[0] == p->src.p[from - 1])
		space(p, 1);
}

static void plain_sign(struct parse *p)
{
	char c = p->src.p[p->at];
	if (c == '.' && byte_at(p, p->at + 1) != '.' &&
		(p->at == 0 || p->src.p[p->at - 1] != '.')) {
		p->at++;
		deliver_text(p, STR("."), TEX_PUNCT); /* the end of a sentence */
		return;
	}
	for (size_t i = 0; i < LENGTH(signs); i++)
		if (signs[i].source[0] == c) {
			p->at++;
			deliver_text(p, str_of(signs[i].text), signs[i].class);
			return;
		}
	p->at++;
	deliver_text(p, str_slice(p->src, p->at - 1, p->at), TEX_ORD);
}

static void script(struct parse *p, const struct tex_command *c)
{
	p->at++;
	if (in_command(p))
		refuse(p);
	else
		push_command(p, c);
}

/* One step: the characters that are markup in a formula. False for any other. */
static bool markup(struct parse *p)
{
	static const char all[] = "\\{}^_&~'$]";
	char c = p->src.p[p->at];
	const char *which = c ? strchr(all, c) : NULL;
	switch (which ? which - all : -1) {
	case 0: control(p); return true;
	case 1: open_group(p); return true;
	case 2: close_group(p, IN_GROUP); return true;
	case 3: script(p, &sup); return true;
	case 4: script(p, &sub); return true;
	case 5:
		p->at++;
		next_cell(p, false);
		return true;
	case 6:
		p->at++;
		space(p, 1);
		return true;
	case 7: primes(p); return true;
	case 8: refuse(p); return true;
	case 9:
		if (top(p)->kind != IN_INDEX)
			return false;
		close_group(p, IN_INDEX);
		return true;
	default: return false;
	}
}

static void step(struct parse *p)
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
static bool pair_braces(struct parse *p)
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

bool tex_parse(struct str src, struct arena *a, struct tex_grid *result)
{
	struct parse p = { .a = a, .src = src };
	if (src.n > INT32_MAX || !pair_braces(&p))
		return false;
	p.atom = arena_room(a, p.atom, 0, &p.cap, sizeof *p.atom);
	push(&p, IN_TOP, false);
	while (!p.refused && p.at < src.n)
		step(&p);
	if (p.refused || top(&p)->kind != IN_TOP)
		return false;
	need_grid(&p, &lines);
	end_grid(&p);
	*result = *top(&p)->grid;
	return !p.refused;
}
