package inputs

import (
	"math/big"
	"strconv"
	"strings"

	"assemble/inputs/facts"
	"assemble/inputs/hr"
	"assemble/inputs/source"
	"assemble/inputs/world"
)

// readStaff reads the table of States, the headcounts and the published series
// that the edition names.
func (in *Inputs) readStaff() {
	table, err := world.Load()
	if err != nil {
		in.Report.Error("internal", source.Span{}, "the table of States is broken: "+err.Error(), "please report this")
		table = &world.Table{}
	}
	in.World = table
	in.Headcounts = map[int]*hr.Register{}
	for _, year := range in.Data.Headcount.Years() {
		name, _ := in.Data.Headcount.File(year)
		if !in.Exists(name.S) {
			continue // Check has said so
		}
		if text, id, ok := in.File(name, in.Report); ok {
			in.Headcounts[year] = hr.Read(text, id, year, table, in.Report)
			in.checkLedger(name, text, id)
		}
	}
	if name := in.Data.History; name.S != "" && in.Exists(name.S) {
		if text, id, ok := in.File(name, in.Report); ok {
			in.History = hr.ReadHistory(text, id, in.Report)
		}
	}
	in.checkMoved()
}

// View is the table of States on the cut-off date; for another year than the
// reported one, on the same day of that year.
func (in *Inputs) View(year int) world.View {
	day := in.Cutoff
	day.Y += year - in.Year // a 29 February that is none lies before 1 March all the same
	return in.World.At(day)
}

// Standings returns the key under which the table of States has the standings
// of the organization; ok is false if it has none.
func (in *Inputs) Standings() (key string, ok bool) {
	for _, name := range in.Organization.By {
		if key, ok := in.World.Organization(name.S); ok {
			return key, true
		}
	}
	return "", false
}

// Represented returns the nationalities of the staff that a query chooses, in
// the order of their codes: those of Member States on the cut-off date, and all
// others. Persons under Other have no nationality that could be counted.
func (in *Inputs) Represented(g *hr.Register, q hr.Query) (members, others []string) {
	organization, _ := in.Standings()
	view := in.View(g.Year)
	for _, code := range g.Nationalities(q) {
		switch {
		case code == hr.Other:
		case view.Standing(organization, code) == world.Member:
			members = append(members, code)
		default:
			others = append(others, code)
		}
	}
	return members, others
}

// Members is the number of Member States on the cut-off date of a year.
func (in *Inputs) Members(year int) int64 {
	organization, ok := in.Standings()
	if !ok {
		return 0
	}
	return int64(len(in.View(year).States(organization, world.Member)))
}

// Keys of the numbers of Member States; the first ends in the year.
const (
	membersKey = "members@"
	gainedKey  = "members gained@"
)

// MembersKey names the number of Member States on the cut-off date of a year.
func MembersKey(year int) source.Key { return source.Key(membersKey + strconv.Itoa(year)) }

// GainedKey names by how many that number has grown from the year before.
func GainedKey(year int) source.Key { return source.Key(gainedKey + strconv.Itoa(year)) }

// members tells where a number of Member States came from: no file of the
// edition, but the table that is part of the program.
func (in *Inputs) members(key source.Key) (source.Provenance, bool) {
	_, text, _ := strings.Cut(string(key), "@")
	year, err := strconv.Atoi(text)
	switch {
	case err != nil || in.Members(in.Year) == 0: // counting is dear, and most keys are others
	case key == MembersKey(year):
		day := in.Cutoff
		day.Y += year - in.Year
		return source.Provenance{Method: string(facts.Count), Source: []string{"members in the program’s table of States, " + day.String()}}, true
	case key == GainedKey(year):
		return source.Provenance{Method: string(facts.Difference), Of: []source.Key{MembersKey(year), MembersKey(year - 1)}}, true
	}
	return source.Provenance{}, false
}

// published is what the history has of a series; nil if it has nothing.
func (in *Inputs) published(series string, year int) *big.Rat {
	v, ok := in.History.Value(series, year)
	if !ok {
		return nil
	}
	return v.Value
}

// Expand tells where a fact came from, or the base of one: those of staff and of
// the questionnaire with the lines that were counted, which no fact carries
// about. It makes the inputs a source.Ledger.
func (in *Inputs) Expand(key source.Key) (source.Provenance, bool) {
	if part, ok := key.PartOf(); ok {
		if f, known := in.Facts.Lookup(string(part)); known && f.BaseOf != "" {
			key = f.BaseOf
		}
	}
	if p, ok := in.members(key); ok {
		return p, true
	}
	p, ok := in.Facts.Expand(key)
	if q, counted := in.counted[key]; ok && counted {
		p.Inputs = in.Headcounts[in.Year].Spans(q)
	}
	if c, counted := in.tallied[key]; counted {
		p, ok = c.provenance(p), true
	}
	return p, ok
}
