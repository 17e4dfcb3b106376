package hr

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
)

// maxWhere bounds the rows that a line of the page names; the ledger has all.
const maxWhere = 60

// Page is the ledger as a person reads it on a terminal.
func (l *Ledger) Page() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Staff of %d, as of %s\n", l.Year, l.AsOf)
	for _, f := range l.Files {
		fmt.Fprintf(&b, "\n%s  (%s, %d bytes, SHA-256 %s…)\n", f.Name, f.Format, f.Size, f.SHA256[:12])
		if f.Macros {
			b.WriteString("  holds macros, which were not run\n")
		}
		if f.Date1904 {
			b.WriteString("  counts days from 1904\n")
		}
		for _, t := range l.Tables {
			if t.File == f.Name {
				t.page(&b)
			}
		}
		for _, s := range l.Skipped {
			if s.File == f.Name {
				fmt.Fprintf(&b, "  %s: not read: %s\n", s, s.Why)
			}
		}
	}
	l.pageRows(&b)
	l.pageControls(&b)
	l.pageMargins(&b)
	return b.String()
}

func (s LedgerSheet) String() string {
	if s.Hidden {
		return fmt.Sprintf("sheet %d (hidden)", s.Sheet)
	}
	return fmt.Sprintf("sheet %d", s.Sheet)
}

func (t LedgerTable) page(b *strings.Builder) {
	fmt.Fprintf(b, "  %s: %s, heads in row %s\n", t.Sheet, t.Kind, t.Head)
	for _, c := range t.Columns {
		fmt.Fprintf(b, "    column %s\n", c)
	}
	if len(t.Unseen) > 0 {
		fmt.Fprintf(b, "    hidden columns: %s\n", brief(t.Unseen))
	}
	if t.Category != "" {
		fmt.Fprintf(b, "    category of the title: %s\n", t.Category)
	}
}

// pageRows tells what became of the rows.
func (l *Ledger) pageRows(b *strings.Builder) {
	fmt.Fprintf(b, "\n%6d  rows read\n%6d  rows counted\n", l.Rows.Read, l.Rows.Counted)
	for _, r := range l.Excluded {
		fmt.Fprintf(b, "%6d  %s: %s\n", r.Rows, r.Rule, brief(r.Where))
	}
	if l.Rows.Open > 0 {
		fmt.Fprintf(b, "%6d  rows wait for an answer\n", l.Rows.Open)
	}
	if l.Dual > 0 {
		fmt.Fprintf(b, "%6d  persons have two nationalities; the first was counted\n", l.Dual)
	}
	for i, d := range l.Decisions {
		if i == 0 {
			b.WriteString("\nDecided in decisions.yaml\n")
		}
		rows := "" // a decision about a whole column or table has none of its own
		if d.Rows > 0 {
			rows = strconv.Itoa(d.Rows)
		}
		fmt.Fprintf(b, "%6s  %s: %s\n", rows, d.About, d.Answer)
	}
}

func brief(where []string) string {
	s := strings.Join(where, "; ")
	most := strings.IndexByte(s, '!') + maxWhere // a sheet may have a long name
	if len(s) <= most {
		return s
	}
	cut := strings.LastIndexAny(s[:most], ",;")
	if cut < 0 {
		return s
	}
	return s[:cut] + " …"
}

func (l *Ledger) pageControls(b *strings.Builder) {
	agree := 0
	for _, c := range l.Controls {
		if c.Agrees {
			agree++
		}
	}
	if len(l.Controls) > 0 {
		fmt.Fprintf(b, "\nTotals that the workbook states: %d agree, %d differ\n", agree, len(l.Controls)-agree)
	}
	for _, c := range l.Controls {
		if !c.Agrees {
			fmt.Fprintf(b, "  %s: %s is %d, the rows make %d\n", c.Place, c.What, c.Theirs, c.Ours)
		}
	}
}

// pageMargins prints the counts by category and sex.
func (l *Ledger) pageMargins(b *strings.Builder) {
	if l.Rows.Persons == 0 {
		return
	}
	sexes := slices.DeleteFunc(Sexes(), func(s Sex) bool { return l.Margins.Sex[s.String()] == 0 })
	b.WriteString("\n")
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(w, "category\ttotal\t")
	for _, s := range sexes {
		fmt.Fprintf(w, "%s\t", s)
	}
	fmt.Fprintln(w)
	for _, c := range Categories() {
		n := l.Margins.Category[string(c)]
		if n == 0 {
			continue
		}
		fmt.Fprintf(w, "%s\t%d\t", c, n)
		for _, s := range sexes {
			fmt.Fprintf(w, "%d\t", l.Persons(c, s.String()))
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "all\t%d\t", l.Rows.Persons)
	for _, s := range sexes {
		fmt.Fprintf(w, "%d\t", l.Margins.Sex[s.String()])
	}
	fmt.Fprintln(w)
	_ = w.Flush()
	nations := len(l.Margins.Nationality)
	if l.Margins.Nationality[Other] != nil {
		nations--
	}
	ungraded := l.sum(func(key string) bool { return strings.HasSuffix(key, " "+Ungraded) })
	fmt.Fprintf(b, "\nNationalities: %d; persons under Other: %d; ungraded: %d\n", nations, total(l.Margins.Nationality[Other]), ungraded)
}

// Persons is the number of persons of a category and a sex, by its code.
func (l *Ledger) Persons(c Category, sex string) int64 {
	var n int64
	for _, grade := range Grades(c) {
		n += l.Margins.Grade[string(c)+" "+grade][sex]
	}
	return n
}

func (l *Ledger) sum(of func(key string) bool) int64 {
	var n int64
	for key, by := range l.Margins.Grade {
		if of(key) {
			n += total(by)
		}
	}
	return n
}

func total(by map[string]int64) int64 {
	var n int64
	for _, x := range by {
		n += x
	}
	return n
}
