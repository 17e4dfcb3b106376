package hr

import (
	"slices"
	"strings"
)

// dims are the values of dimensions that a head, or a label of a row, stands for.
// Sexes and nationalities are kept as words, which are decided with all words of a
// table.
type dims struct {
	category Category
	grade    string
	sex      string
	nation   string
	total    bool
	other    bool // it is none of these, though it stands among them
}

func (d dims) any() bool { return d != dims{} }

// over puts what d says over what e says.
func (d dims) over(e dims) dims {
	d.category = Category(orElse(string(d.category), string(e.category)))
	d.grade, d.sex, d.nation = orElse(d.grade, e.grade), orElse(d.sex, e.sex), orElse(d.nation, e.nation)
	d.total, d.other = d.total || e.total, d.other || e.other
	return d
}

// covers reports whether the persons under other belong to those under d, a head
// of a total.
func (d dims) covers(other dims) bool {
	return (d.category == "" || d.category == other.category) && (d.grade == "" || d.grade == other.grade) &&
		(d.sex == "" || d.sex == other.sex) && (d.nation == "" || d.nation == other.nation)
}

// dims reads a head: a value, a value with a sex beside it ("P-4 F"), or the total
// of a value. One letter is a sex sooner than a category.
func (l *lexicon) dims(text string) dims {
	if len(text) > maxHead || isShare(text) {
		return dims{}
	}
	key := fold(text)
	if rest, ok := cutTotal(key); ok {
		var d dims
		if !slices.Contains(wholes, rest) {
			d = l.value(rest, rest)
			d.other = !d.any() // Total P may be with D or without, Total Asia is of rows
		}
		d.total = true
		return d
	}
	if d := l.value(text, key); d.any() {
		return d
	}
	if word, rest, ok := cutSex(key); ok {
		if d := l.value(rest, rest); d.sex == "" && d.any() {
			d.sex = word
			return d
		}
	}
	return dims{}
}

// isShare reports whether a head is that of shares, which are no counts.
func isShare(text string) bool {
	return strings.Contains(text, "%") || strings.Contains(fold(text), "per cent") || slices.ContainsFunc(strings.Fields(fold(text)), func(w string) bool {
		return slices.Contains([]string{"percentage", "percent", "pct", "share", "ratio", "pourcentage", "part", "taux", "porcentaje", "proporcion", "proportion"}, w)
	})
}

// value reads a head as one value of a dimension.
func (l *lexicon) value(text, key string) dims {
	if grade, ok := parseGrade(text); ok {
		return dims{grade: grade}
	}
	if isSexHead(key) {
		return dims{sex: key}
	}
	if len(key) == 1 {
		return dims{}
	}
	return dims{category: l.categories[key]}
}

// isSexHead reports whether a word stands for a sex in the head of a column. Those
// for others, or for none, stand for other things too.
func isSexHead(key string) bool {
	_, ok := sexWord(key)
	return ok && !slices.Contains([]string{"u", "other", "autre", "otro", "otra"}, key) || slices.Contains([]string{"h", "m", "w", "v"}, key)
}

// cutSex takes the word of a sex off the beginning or the end.
func cutSex(key string) (word, rest string, ok bool) {
	if first, rest, ok := strings.Cut(key, " "); ok && isSexHead(first) {
		return first, rest, true
	}
	if i := strings.LastIndexByte(key, ' '); i > 0 && isSexHead(key[i+1:]) {
		return key[i+1:], key[:i], true
	}
	return "", "", false
}

// wholes are what may stand behind the word total where it is that of all.
var wholes = []string{
	"", "all", "general", "generale", "global", "staff", "personnel", "personal", "headcount", "count", "persons", "personnes", "personas", "result", "resultat", "resultado",
	"effectif", "effectifs", "fonctionnaires", "funcionarios", "number", "number of staff", "of staff", "all staff", "overall",
}

// cutTotal takes the words for a total off a head, and returns what it is the total
// of.
func cutTotal(key string) (of string, ok bool) {
	switch key {
	case "t", "tot", "all", "all grades", "all staff", "both", "both sexes", "tous", "toutes", "todos", "todas", "ensemble", "les deux sexes", "ambos sexos":
		return "", true
	}
	for _, w := range []string{"grand total", "gran total", "sub total", "subtotal", "sous total", "totals", "totaux", "totales", "total"} {
		if key == w {
			return "", true
		}
		if rest, ok := strings.CutPrefix(key, w+" "); ok {
			return strings.TrimPrefix(rest, "of "), true
		}
		if rest, ok := strings.CutSuffix(key, " "+w); ok {
			return rest, true
		}
	}
	return "", false
}
