package inputs

import (
	"fmt"
	"path"
	"strings"

	"assemble/inputs/edition"
	"assemble/inputs/hr"
	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/inputs/table"
	"assemble/inputs/world"
)

// checkLedger holds a table of headcounts against the ledger of its import. A
// table without one was not imported, or its ledger was taken away, and nobody
// can say which persons it counts.
func (in *Inputs) checkLedger(headcounts strict.Str, text []byte, id source.FileID) {
	name := strict.Str{S: path.Join(path.Dir(headcounts.S), table.LedgerName(headcounts.S)), At: headcounts.At}
	if !in.Exists(name.S) {
		in.Report.Add(source.Diagnostic{
			Severity: source.Warning, Code: "hr-no-ledger", At: source.At(source.Pos{File: id}), Key: headcounts.S,
			Message: fmt.Sprintf("there is no ledger %s beside it, so that nothing says which rows of which workbook it counts", path.Base(name.S)),
			Fix:     fmt.Sprintf("import the workbook; if the table was made otherwise, accept {rule: hr-no-ledger, at: %s, reason: …}", headcounts.S),
		})
		return
	}
	ledger, file, ok := in.File(name, in.Report)
	if !ok {
		return
	}
	if l := hr.ReadLedger(ledger, file, in.Report); l != nil {
		hr.CheckLedger(text, id, l, in.Report)
	}
}

// maxMoved bounds the rows that a message names.
const maxMoved = 8

// checkMoved lists what moved far since the year before: totals against the
// published history, nationalities against the headcounts of that year.
func (in *Inputs) checkMoved() {
	g := in.Headcounts[in.Year]
	if g == nil {
		return
	}
	before, now := map[string]int64{}, map[string]int64{}
	for _, s := range staffScopes() {
		for _, x := range []struct {
			series string
			sex    hr.Sex
		}{{s.total, hr.AnySex}, {s.women, hr.Female}, {s.men, hr.Male}} {
			if was := in.published(x.series, in.Year-1); was != nil && was.IsInt() && was.Num().IsInt64() {
				before[x.series], now[x.series] = was.Num().Int64(), g.Count(hr.Query{Categories: s.categories, Sex: x.sex})
			}
		}
	}
	in.reportMoved("history", [2]string{"series", "series"}, before, now)
	old := in.Headcounts[in.Year-1]
	if old == nil {
		return
	}
	for _, a := range in.Annexes {
		if a.Generator.S == edition.MatrixGenerator {
			q := categoriesOf(a)
			in.reportMoved(a.ID.S, [2]string{"row", "rows"}, in.byName(old, q), in.byName(g, q))
		}
	}
}

func categoriesOf(a edition.Annex) hr.Query {
	var q hr.Query
	for _, c := range a.Categories {
		q.Categories = append(q.Categories, hr.Category(c.S))
	}
	return q
}

// byName tallies by the name of the nationality in the language at hand.
func (in *Inputs) byName(g *hr.Register, q hr.Query) map[string]int64 {
	view := in.View(in.Year)
	return hr.Tally(g, q, func(r hr.Row) string {
		if name := view.Name(r.Nationality, in.Tag(), world.Tabular); name != "" {
			return name
		}
		return r.Nationality
	})
}

// reportMoved warns of rows that moved far. What they are is said of one and of
// several.
func (in *Inputs) reportMoved(key string, what [2]string, before, now map[string]int64) {
	moved := hr.Movements(before, now, in.HR.Moved.PerCent, in.HR.Moved.Persons)
	if len(moved) == 0 {
		return
	}
	var shown []string
	for _, m := range moved[:min(len(moved), maxMoved)] {
		shown = append(shown, fmt.Sprintf("%s %d to %d", m.Row, m.Before, m.Now))
	}
	if more := len(moved) - len(shown); more > 0 {
		shown = append(shown, fmt.Sprintf("and %d more", more))
	}
	in.Report.Add(source.Diagnostic{
		Severity: source.Warning, Code: "hr-moved", At: in.Headcounts[in.Year].Place(), Key: key,
		Message: fmt.Sprintf("%d %s of %s moved by %d per cent and %d persons or more since %d: %s", len(moved), what[min(len(moved), 2)-1], key,
			in.HR.Moved.PerCent, in.HR.Moved.Persons, in.Year-1, strings.Join(shown, "; ")),
		Fix: fmt.Sprintf("check them against the workbook; if they stand, accept {rule: hr-moved, at: %s, reason: …}", key),
	})
}
