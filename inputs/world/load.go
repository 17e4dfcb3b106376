package world

import (
	"bytes"
	_ "embed" // for the two tables
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"sync"

	"assemble/inputs/strict"
)

//go:embed world.csv
var worldCSV []byte

//go:embed memberships.csv
var membershipsCSV []byte

// Load reads the tables that are part of the program; those of the words that
// only Meaning and Suggest know are read when one of these is called first,
// because folding them takes longer than all the rest.
func Load() (*Table, error) {
	t, err := parse(worldCSV, membershipsCSV)
	if err != nil {
		return nil, err
	}
	if err := rows(organizationsCSV, t.addOrganization); err != nil {
		return nil, fmt.Errorf("table of organizations: %w", err)
	}
	t.usage = sync.OnceValues(t.readUsage)
	return t, nil
}

// Check says what is wrong with the tables of words. Load would have to read
// them to say so.
func (t *Table) Check() error {
	_, err := t.usage()
	return err
}

// languages are the columns of names: for each a tabular and a prose form.
func languages() []string { return []string{"en", "fr", "es"} }

func parse(world, memberships []byte) (*Table, error) {
	t := &Table{words: map[string]string{}, organizations: map[string]string{}}
	if err := rows(world, t.addName); err != nil {
		return nil, fmt.Errorf("table of States: %w", err)
	}
	if err := rows(memberships, t.addMembership); err != nil {
		return nil, fmt.Errorf("table of memberships: %w", err)
	}
	return t, nil
}

// rows calls fn with each row of a table, by the names of its columns.
func rows(text []byte, fn func(row map[string]string) error) error {
	lines, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		return err
	}
	for i, line := range lines[min(1, len(lines)):] {
		row := make(map[string]string, len(line))
		for c, head := range lines[0] {
			row[head] = line[c]
		}
		if err := fn(row); err != nil {
			return fmt.Errorf("line %d: %w", i+2, err)
		}
	}
	return nil
}

// addName adds a row, which must stand in the order of codes and dates.
func (t *Table) addName(row map[string]string) error {
	from, to, err := period(row)
	if err != nil {
		return err
	}
	n := naming{from: from, to: to, by: map[string][2]string{}}
	code := row["alpha3"]
	for _, l := range languages() {
		name, prose := row[l], row[l+"_prose"]
		if name == "" {
			return fmt.Errorf("%s has no name in %s", code, l)
		}
		if prose == "" {
			prose = name
		}
		n.by[l] = [2]string{Tabular: name, Prose: prose}
		if err := t.word(code, name, prose); err != nil {
			return err
		}
	}
	if i := len(t.states) - 1; i >= 0 && t.states[i].alpha3 == code {
		return t.states[i].follow(n)
	}
	if i := len(t.states) - 1; i >= 0 && t.states[i].alpha3 > code {
		return fmt.Errorf("%s stands behind %s", code, t.states[i].alpha3)
	}
	t.states = append(t.states, state{code, row["alpha2"], row["m49"], []naming{n}})
	return t.word(code, code, row["alpha2"], row["m49"])
}

// follow adds a later name, which must begin where the one before it ends.
func (s *state) follow(n naming) error {
	if last := s.names[len(s.names)-1]; last.to != n.from || n.from.IsZero() {
		return fmt.Errorf("the name of %s from %q does not follow the one to %q", s.alpha3, n.from, last.to)
	}
	s.names = append(s.names, n)
	return nil
}

// word makes names and codes findable; one must not mean two States.
func (t *Table) word(alpha3 string, words ...string) error {
	for _, w := range words {
		key := fold(w)
		if other, taken := t.words[key]; taken && other != alpha3 {
			return fmt.Errorf("%q means %s and %s", w, other, alpha3)
		}
		t.words[key] = alpha3
	}
	return nil
}

func (t *Table) addMembership(row map[string]string) error {
	from, to, err := period(row)
	if err != nil {
		return err
	}
	seen, err := date(row["seen"])
	if err != nil || seen.IsZero() {
		return fmt.Errorf("%q is not the day of a review", row["seen"])
	}
	standings := []string{Member: "member", Observer: "observer"}
	i := slices.Index(standings, row["standing"])
	if i < int(Member) {
		return fmt.Errorf("%q is not a standing", row["standing"])
	}
	if _, ok := t.state(row["alpha3"]); !ok {
		return fmt.Errorf("there is no State %q", row["alpha3"])
	}
	t.members = append(t.members, membership{row["organization"], row["alpha3"], Standing(i), from, to, seen})
	return nil
}

func period(row map[string]string) (from, to strict.Date, err error) {
	if from, err = date(row["from"]); err != nil {
		return from, to, err
	}
	if to, err = date(row["to"]); err != nil {
		return from, to, err
	}
	if !from.IsZero() && !to.IsZero() && from.Compare(to) >= 0 {
		return from, to, fmt.Errorf("the period from %s ends before it begins", from)
	}
	return from, to, nil
}

func date(text string) (strict.Date, error) {
	if text = strings.TrimSpace(text); text == "" {
		return strict.Date{}, nil
	}
	d, ok := strict.ParseDate(text)
	if !ok {
		return d, fmt.Errorf("%q is not a date", text)
	}
	return d, nil
}
