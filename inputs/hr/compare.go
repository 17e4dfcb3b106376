package hr

import (
	"fmt"
	"slices"
	"strings"
)

// compare holds a table of counts against the result, in the dimensions that it
// tells.
func (im *Imported) compare(t *extract) {
	categories := t.categories(im)
	for _, margin := range []bool{false, true} {
		theirs := im.project(t, margin)
		if len(theirs) == 0 {
			continue
		}
		ours := map[group]int64{}
		for g, c := range im.cells {
			if categories[g.category] || categories[""] {
				ours[t.mask(g, margin)] += c.n
			}
		}
		im.difference(t, theirs, ours)
	}
}

// project adds up the counts of a table by what it tells of them: columns of
// grades, or, as margin, those of sexes beside them.
func (im *Imported) project(t *extract, margin bool) map[group]int64 {
	out := map[group]int64{}
	for i, f := range t.fates {
		if f != toCount {
			continue
		}
		for _, c := range t.columns {
			if c.role != countRole || c.of.any() != t.crossed || t.margin(c) != margin {
				continue
			}
			if n := c.sense[c.ids[i]].n; n > 0 {
				g, _ := im.group(t, i, c)
				out[t.mask(g, margin)] += n
			}
		}
	}
	return out
}

// mask keeps of a group what a table tells.
func (t *extract) mask(g group, margin bool) group {
	if margin {
		return group{nationality: g.nationality, sex: g.sex}
	}
	for _, r := range t.missing() {
		switch r {
		case nationalityRole:
			g.nationality = ""
		case gradeRole:
			g.grade = ""
			if t.column(categoryRole) == nil && !t.spans(categoryRole) {
				g.category = ""
			}
		case sexRole:
			g.sex = AnySex
		}
	}
	return g
}

// difference asks about counts of a table that are not ours.
func (im *Imported) difference(t *extract, theirs, ours map[group]int64) {
	var keys []group
	var a, b int64
	for g, n := range theirs {
		a += n
		if n != ours[g] {
			keys = append(keys, g)
		}
	}
	for g, n := range ours {
		b += n
		if theirs[g] == 0 {
			keys = append(keys, g)
		}
	}
	slices.SortFunc(keys, compareGroups)
	im.controls = append(im.controls, Control{Place: t.name, What: "the table of counts", Theirs: a, Ours: b, Agrees: len(keys) == 0, at: t.sheet.Pos(0, 0)})
	if len(keys) == 0 {
		return
	}
	p := topic{"totals", im.yearKey(t.name)}
	if a, x, ok := im.answer(p, 0); ok {
		_, _ = im.yesOrOut(a, x)
		return
	}
	var shown []string
	for _, g := range keys[:min(len(keys), 5)] {
		shown = append(shown, fmt.Sprintf("%s %d, not %d", g.words(), theirs[g], ours[g]))
	}
	more := ""
	if len(keys) > len(shown) {
		more = fmt.Sprintf(" and %d more", len(keys)-len(shown))
	}
	q := im.questions.ask(p, fmt.Sprintf("the table of counts on %s differs from the rows that were counted: %s%s", t.name, strings.Join(shown, "; "), more),
		"count if the rows are right; else correct the workbook and import again", "count")
	q.places = append(q.places, t.sheet.Pos(0, 0))
}

// words names a group by what is known of it.
func (g group) words() string {
	var out []string
	for _, s := range []string{g.nationality, g.grade} {
		if s != "" {
			out = append(out, s)
		}
	}
	if g.grade == Ungraded && g.category != "" {
		out = append(out, "("+string(g.category)+")")
	}
	if g.sex != AnySex {
		out = append(out, g.sex.String())
	}
	return strings.Join(out, " ")
}

// askTwins asks about two counted tables that make the same counts: one is
// likely a copy of the other.
func (im *Imported) askTwins() {
	for i, t := range im.extracts {
		for _, u := range im.extracts[:i] {
			if !t.counted || !u.counted || !im.twins(t, u) {
				continue
			}
			p := topic{"sheets", im.yearKey(t.name)}
			if a, x, ok := im.answer(p, len(t.rows)); ok {
				if out, ok := im.yesOrOut(a, x); ok && out != toCount {
					im.removeTable(t, out)
				}
				continue
			}
			q := im.questions.ask(p, fmt.Sprintf("%s makes the same counts as %s; it may be a copy", t.name, u.name), fixCount, "count")
			q.places = append(q.places, t.sheet.Pos(0, 0))
		}
	}
}

// twins reports whether two tables make the same counts, and enough of them that
// it is no chance.
func (im *Imported) twins(t, u *extract) bool {
	n := 0
	for _, c := range im.cells {
		a, b := c.where[t], c.where[u]
		if (a == nil) != (b == nil) {
			return false
		}
		if a == nil {
			continue
		}
		if a.n != b.n {
			return false
		}
		n += a.n
	}
	return n > 1
}

// removeTable takes a table out of the counts.
func (im *Imported) removeTable(t *extract, out fate) {
	for i, f := range t.fates {
		if f == toCount {
			t.fates[i] = out
		}
	}
	im.cells, im.order, im.compared = map[group]*cell{}, nil, nil
	im.tabulate()
}
