/* label.c - numbers and label words at the start of headings. */
#include "label.h"

#include "hone/md.h"
#include "hone/text.h"

/* Words that make a heading a question. Longer ones first: "q" begins "question". */
static const struct {
	struct str word;
	bool bare; /* counts without a number too */
} question_words[] = {
	{ STR_INIT("question"), true },
	{ STR_INIT("bonus"), false },
	{ STR_INIT("q"), true },
	{ STR_INIT("b"), false },
};

/* Words that only say what is numbered. */
static const struct str section_words[] = {
	STR_INIT("area"),
	STR_INIT("block"),
	STR_INIT("category"),
	STR_INIT("chapter"),
	STR_INIT("day"),
	STR_INIT("lecture"),
	STR_INIT("lesson"),
	STR_INIT("module"),
	STR_INIT("part"),
	STR_INIT("phase"),
	STR_INIT("section"),
	STR_INIT("topic"),
	STR_INIT("unit"),
	STR_INIT("week"),
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_wordlike(char c)
{
	char low = (char)(c | 0x20);
	return is_digit(c) || (low >= 'a' && low <= 'z') || (unsigned char)c >= 0x80;
}

static struct str skip(struct str s, size_t n)
{
	return str_slice(s, n, s.n);
}

static struct str skip_spaces(struct str s)
{
	while (s.n > 0 && (s.p[0] == ' ' || s.p[0] == '\t'))
		s = skip(s, 1);
	return s;
}

static bool cut_prefix(struct str *s, struct str prefix)
{
	if (!str_starts(*s, prefix))
		return false;
	*s = skip(*s, prefix.n);
	return true;
}

/* "1", "3.10": a dot belongs to the number when a digit follows. */
static struct str cut_digits(struct str *s)
{
	size_t n = 0;
	while (n < s->n && (is_digit(s->p[n]) || (n > 0 && s->p[n] == '.' && n + 1 < s->n &&
							 is_digit(s->p[n + 1]))))
		n++;
	struct str digits = str_slice(*s, 0, n);
	*s = skip(*s, n);
	return digits;
}

/* ":" or, before a space, "." or ")". */
static bool cut_separator(struct str *s)
{
	if (s->n == 0 || (s->p[0] != ':' && s->p[0] != '.' && s->p[0] != ')'))
		return false;
	if (s->p[0] != ':' && s->n > 1 && s->p[1] != ' ' && s->p[1] != '\t' && s->p[1] != '*')
		return false;
	*s = skip(*s, 1);
	return true;
}

/* The end of bold text that began before it; what follows is kept unless it is decoration. */
static struct str close_bold(struct str s)
{
	if (str_ends(s, STR("**")))
		return str_trim(str_slice(s, 0, s.n - 2));
	ptrdiff_t at = str_find(s, STR("**"), 0);
	if (at < 0)
		return s;
	for (size_t i = (size_t)at; i < s.n; i++)
		if (is_wordlike(s.p[i]) && (unsigned char)s.p[i] < 0x80)
			return s;
	return str_trim(str_slice(s, 0, (size_t)at));
}

/* Past "Q", "Question" and so on, with its number in *number. */
static bool cut_question_word(struct str *s, struct str *number)
{
	for (size_t i = 0; i < LENGTH(question_words); i++) {
		if (!str_casestarts(*s, question_words[i].word))
			continue;
		struct str rest = skip_spaces(skip(*s, question_words[i].word.n));
		*number = cut_digits(&rest);
		if (number->n == 0 && !question_words[i].bare)
			continue;
		*s = rest;
		return true;
	}
	return false;
}

bool label_question(struct str heading, struct str *label, struct str *front)
{
	struct str s = str_trim(heading), number;
	bool bold = cut_prefix(&s, STR("**"));
	const char *start = s.p;
	if (!cut_question_word(&s, &number))
		return false;
	if (bold && cut_prefix(&s, STR("**")))
		bold = false;
	if (!cut_separator(&s))
		return false;
	if (bold && cut_prefix(&s, STR("**")))
		bold = false;
	s = str_trim(s);
	if (bold)
		s = close_bold(s);
	if (s.n == 0)
		return false;
	size_t n = number.n ? (size_t)(number.p + number.n - start) : 0;
	*label = (struct str){ start, n };
	*front = s;
	return true;
}

bool label_number(struct str *s, struct str *number)
{
	struct str rest = *s, digits = cut_digits(&rest);
	if (digits.n == 0 || !cut_separator(&rest) || str_trim(rest).n == 0)
		return false;
	*number = digits;
	*s = str_trim(rest);
	return true;
}

/* Past emoji, arrows and the like, and the spaces between them. */
static struct str skip_signs(struct str s)
{
	for (s = str_trim(s); s.n > 0; s = str_trim(s)) {
		struct str next = s;
		uint32_t cp = text_decode(&next);
		bool sign = (cp >= 0x2190 && cp < 0x2e80) || cp >= 0x1f000 || cp == 0x200d ||
			    (cp >= 0xfe00 && cp <= 0xfe0f);
		if (!sign)
			break;
		s = next;
	}
	return s;
}

/* "Area 3.5: name", "3.5. name", "Area 3.5 - name". */
static bool cut_section_number(struct str *s, struct str *number)
{
	if (label_number(s, number))
		return true;
	for (size_t i = 0; i < LENGTH(section_words); i++) {
		if (!str_casestarts(*s, section_words[i]))
			continue;
		struct str rest = skip_spaces(skip(*s, section_words[i].n));
		struct str digits = cut_digits(&rest);
		bool cut = digits.n > 0 && (cut_separator(&rest) || cut_prefix(&rest, STR(" - ")) ||
						   cut_prefix(&rest, STR(" \xe2\x80\x93 ")) ||
						   cut_prefix(&rest, STR(" \xe2\x80\x94 ")));
		if (!cut || str_trim(rest).n == 0)
			continue;
		*number = digits;
		*s = str_trim(rest);
		return true;
	}
	return false;
}

/* Without a count in brackets at the end, "(7 topics)". */
static struct str cut_count(struct str s)
{
	size_t at = s.n;
	if (!str_ends(s, STR(")")))
		return s;
	while (at > 0 && s.p[at - 1] != '(')
		at--;
	if (at == 0)
		return s;
	struct str inner = str_slice(s, at, s.n - 1), digits = cut_digits(&inner);
	if (digits.n == 0 || inner.n < 2 || inner.p[0] != ' ')
		return s;
	for (size_t i = 1; i < inner.n; i++)
		if (!is_wordlike(inner.p[i]) || is_digit(inner.p[i]))
			return s;
	return str_trim(str_slice(s, 0, at - 1));
}

/* The bold part, when it holds number and name; what stands beside it is decoration then. */
static bool cut_bold_section(struct str heading, struct str *name, struct str *number)
{
	ptrdiff_t from = str_find(heading, STR("**"), 0);
	ptrdiff_t to = from < 0 ? -1 : str_find(heading, STR("**"), (size_t)from + 2);
	if (to < 0)
		return false;
	*name = skip_signs(str_slice(heading, (size_t)from + 2, (size_t)to));
	return cut_section_number(name, number);
}

struct str label_section(struct str heading, struct str *number, struct arena *a)
{
	struct str name, digits = { 0 };
	if (cut_bold_section(heading, &name, &digits)) {
		name = md_plain(name, a);
	} else {
		name = skip_signs(md_plain(heading, a));
		cut_section_number(&name, &digits);
	}
	if (number)
		*number = digits;
	return cut_count(name);
}
