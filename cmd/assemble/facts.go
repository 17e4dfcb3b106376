package main

import (
	"encoding/json"
	"fmt"
	"math/big"
	"path"
	"slices"
	"strings"
	"text/tabwriter"

	"assemble/inputs/facts"
	"assemble/inputs/source"
	"assemble/output/audit"

	"github.com/urfave/cli/v2"
)

func factsCommand() *cli.Command {
	return &cli.Command{
		Description: "PATTERN is the name of a fact, or staff.* for all whose names begin with staff.",
		Name:        "facts", Usage: "list the facts: value, base, earlier value, source, and where each is printed", ArgsUsage: "[EDITION] [PATTERN]",
		Flags: []cli.Flag{langFlag()},
		Action: func(c *cli.Context) error {
			p, err := newPrinter(c)
			if err != nil {
				return err
			}
			dir, rest := previewArguments(c.Args().Slice())
			if len(rest) > 1 {
				return usageError{fmt.Errorf("facts takes one edition and one pattern, such as staff.*")}
			}
			pattern := "*"
			if len(rest) == 1 {
				pattern = rest[0]
			}
			if _, err := path.Match(pattern, ""); err != nil {
				return usageError{fmt.Errorf("%q is not a pattern such as staff.*", pattern)}
			}
			return listFacts(dir, c.String("lang"), pattern, p)
		},
	}
}

// factLine is a fact as it is listed.
type factLine struct {
	Name    string   `json:"name"`
	Value   string   `json:"value"`
	Unit    string   `json:"unit,omitempty"`
	Year    int      `json:"year,omitempty"`
	Base    string   `json:"base,omitempty"`
	Was     string   `json:"was,omitempty"`
	WasYear int      `json:"was_year,omitempty"`
	Method  string   `json:"method"`
	Of      []string `json:"of,omitempty"`
	Source  string   `json:"source,omitempty"`
	Counted string   `json:"counted,omitempty"` // the lines of data that were counted
	Place   string   `json:"place,omitempty"`
	Printed []string `json:"printed"`
}

func listFacts(dir, lang, pattern string, p *printer) error {
	j := &job{}
	ok := j.load(dir, lang)
	lines := []factLine{}
	if ok {
		j.number()
		printed := j.engine.Places()
		for _, name := range j.in.Facts.Names() {
			if match, _ := path.Match(pattern, name); !match && !strings.HasPrefix(name, pattern+".") {
				continue
			}
			f, _ := j.in.Facts.Lookup(name)
			lines = append(lines, j.factLine(f, printed[f.Key()]))
		}
	}
	if ok && len(lines) == 0 && pattern != "*" {
		j.found.Add(source.Diagnostic{
			Severity: source.Warning, Code: "facts-none", Excerpt: pattern, Replace: j.in.Facts.Nearest(pattern),
			Message: fmt.Sprintf("no fact is named %s", pattern), Fix: "assemble facts lists all; staff.* stands for all whose names begin with staff.",
		})
	}
	j.settle()
	if p.format != "json" {
		p.print(&j.report, &j.files)
	}
	if err := p.facts(lines); err != nil {
		return err
	}
	if !ok || j.report.Failed() {
		return errEdition
	}
	return nil
}

func (j *job) factLine(f *facts.Fact, printed []string) factLine {
	l := factLine{
		Name: f.Name, Value: exact(f.Value), Unit: f.Unit, Year: f.Year, Base: exact(f.Base), Method: string(f.Method),
		Source: j.in.Words(f.Source), Place: j.files.String(f.At.Start), Printed: slices.Clone(printed),
	}
	for _, k := range f.Of {
		l.Of = append(l.Of, string(k))
	}
	if p, ok := j.in.Expand(f.Key()); ok && f.Method == facts.Count {
		l.Counted = audit.Lines(p.Inputs, &j.files)
	}
	if f.Was != nil {
		l.Was, l.WasYear = exact(f.Was.Value), f.Was.Year
	}
	if l.Printed == nil {
		l.Printed = []string{}
	}
	return l
}

// exact prints a number without rounding: decimals where it has an end, else a
// fraction.
func exact(v *big.Rat) string {
	if v == nil {
		return ""
	}
	if v.IsInt() {
		return v.Num().String()
	}
	if n, ok := v.FloatPrec(); ok {
		return v.FloatString(n)
	}
	return v.String()
}

func (p *printer) facts(lines []factLine) error {
	if p.format == "json" {
		e := json.NewEncoder(p.out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(lines)
	}
	w := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "FACT\tVALUE\tBASE\tBEFORE\tSOURCE\tPRINTED IN")
	for _, l := range lines {
		before := ""
		if l.Was != "" {
			before = fmt.Sprintf("%s (%d)", inDecimals(l.Was), l.WasYear)
		}
		from := l.Source
		switch {
		case len(l.Of) > 0:
			from = l.Method + " of " + strings.Join(l.Of, ", ")
		case l.Counted != "":
			from = l.Method + " of " + inLine(l.Counted)
		}
		where := strings.Join(l.Printed, "; ")
		if where == "" {
			where = "nowhere by name" // tables of annexes count for themselves
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", l.Name, strings.TrimSpace(inDecimals(l.Value)+" "+l.Unit), l.Base, before, from, where)
	}
	return w.Flush()
}

// inDecimals writes a fraction with two decimals, for people; JSON and the trail
// have it exactly.
func inDecimals(value string) string {
	if v, ok := new(big.Rat).SetString(value); ok && strings.Contains(value, "/") {
		return v.FloatString(2)
	}
	return value
}

// inLine cuts a long list of lines, which stands in full in JSON and in the trail.
func inLine(list string) string {
	const most = 60
	if len(list) <= most {
		return list
	}
	return list[:strings.LastIndexAny(list[:most], ",;")+1] + "…"
}
