package hr

// Disclosure says how much a printed table of nationalities tells of single
// persons. A row of one person prints the grade and sex of somebody whom
// colleagues know by nationality.
type Disclosure struct {
	Rows   int      // nationalities with staff
	Single []string // those of them with one person, by code
	Few    int      // figures by grade, and by sex, that are below the limit
	Below  int64    // the limit
}

// Disclose looks at the rows that a table of the nationalities of some categories
// prints. Other is no nationality.
func Disclose(g *Register, categories []Category, below int64) Disclosure {
	q := Query{Categories: categories}
	d := Disclosure{Below: below}
	totals := Tally(g, q, func(r Row) string { return r.Nationality })
	for _, n := range g.Nationalities(q) {
		if n == Other {
			continue
		}
		d.Rows++
		if totals[n] == 1 {
			d.Single = append(d.Single, n)
		}
	}
	type cell struct{ nation, column string }
	for _, by := range []map[cell]int64{
		Tally(g, q, func(r Row) cell { return cell{r.Nationality, r.Grade} }),
		Tally(g, q, func(r Row) cell { return cell{r.Nationality, r.Sex.String()} }),
	} {
		for _, n := range by {
			if n < below {
				d.Few++
			}
		}
	}
	return d
}
