package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"assemble/inputs/source"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// printer prints what a command has to say.
type printer struct {
	out, err io.Writer
	format   string
	quiet    bool
	color    bool
	terminal bool
	diags    []jsonDiagnostic
	reasons  map[source.Code]bool // rules whose reason was printed
}

func newPrinter(c *cli.Context) (*printer, error) {
	p := &printer{out: c.App.Writer, err: c.App.ErrWriter, format: c.String("format"), quiet: c.Bool("quiet")}
	switch p.format {
	case "human", "short", "json":
	default:
		return nil, usageError{fmt.Errorf("there is no format %q%s", p.format, meant(source.Nearest(p.format, []string{"human", "short", "json"}), ""))}
	}
	if f, ok := p.err.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.terminal = true
		p.color = os.Getenv("NO_COLOR") == ""
	}
	return p, nil
}

// jsonDiagnostic is a diagnostic as JSON.
type jsonDiagnostic struct {
	Severity string        `json:"severity"`
	Code     string        `json:"code"`
	Place    string        `json:"place"`
	File     string        `json:"file,omitempty"`
	Line     int32         `json:"line,omitempty"`
	Column   int32         `json:"column,omitempty"`
	Message  string        `json:"message"`
	Why      string        `json:"why,omitempty"`
	Excerpt  string        `json:"excerpt,omitempty"`
	Fix      string        `json:"fix,omitempty"`
	Replace  string        `json:"replace,omitempty"`
	Key      string        `json:"key,omitempty"`
	Related  []jsonRelated `json:"related,omitempty"`
}

type jsonRelated struct {
	Place   string `json:"place"`
	Message string `json:"message"`
}

// written is what a build has written.
type written struct {
	File    string  `json:"file"`
	Pages   int     `json:"pages"`
	Seconds float64 `json:"seconds"`
}

func (p *printer) count(r *source.Reporter) (errors, warnings int) {
	for _, d := range r.All() {
		if d.Severity == source.Error {
			errors++
		} else {
			warnings++
		}
	}
	return errors, warnings
}

// maxAlike is how many messages of one kind in one file are printed in full: a
// file of the wrong kind has the same fault in every line.
const maxAlike = 20

// kind is what makes messages alike.
type kind struct {
	code source.Code
	file source.FileID
}

// print prints diagnostics; with quiet only errors. The human format prints the
// first of a kind and counts the others.
func (p *printer) print(r *source.Reporter, files *source.Files) {
	seen := map[kind]int{}
	var many []kind
	for _, d := range r.All() {
		if p.quiet && d.Severity != source.Error {
			continue
		}
		k := kind{d.Code, d.At.Start.File}
		if seen[k]++; p.format == "human" && seen[k] > maxAlike {
			if seen[k] == maxAlike+1 {
				many = append(many, k)
			}
			continue
		}
		switch p.format {
		case "json":
			p.diags = append(p.diags, toJSON(d, files))
		case "short":
			fmt.Fprintf(p.err, "%s: %s %s: %s\n", place(d.At, files), d.Severity, d.Code, clean(d.Message))
		default:
			p.human(d, files)
		}
	}
	for _, k := range many {
		fmt.Fprintf(p.err, "and %d more of %s in %s; --format short prints all\n", seen[k]-maxAlike, k.code, orEdition(files.Name(k.file)))
	}
	if n := r.Dropped(); n > 0 && p.format != "json" {
		fmt.Fprintf(p.err, "and %d more, which are not shown\n", n)
	}
}

// end prints the last line: what was written, or words.
func (p *printer) end(words string, w *written) {
	if p.format == "json" {
		out := struct {
			Diagnostics []jsonDiagnostic `json:"diagnostics"`
			Written     *written         `json:"written"`
		}{p.diags, w}
		if out.Diagnostics == nil {
			out.Diagnostics = []jsonDiagnostic{}
		}
		e := json.NewEncoder(p.out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		_ = e.Encode(out)
		return
	}
	if p.quiet {
		return
	}
	if w != nil {
		words = fmt.Sprintf("wrote %s: %s in %.2f s", w.File, many(w.Pages, "page"), w.Seconds)
	}
	fmt.Fprintln(p.out, words)
}

func many(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func toJSON(d source.Diagnostic, files *source.Files) jsonDiagnostic {
	j := jsonDiagnostic{
		Severity: d.Severity.String(), Code: string(d.Code), Place: files.String(d.At.Start), File: files.Name(d.At.Start.File),
		Line: d.At.Start.A, Column: d.At.Start.B, Message: d.Message, Why: d.Why, Excerpt: d.Excerpt, Fix: d.Fix, Replace: d.Replace,
		Key: d.Key,
	}
	for _, r := range d.Related {
		j.Related = append(j.Related, jsonRelated{files.String(r.At.Start), r.Message})
	}
	return j
}

func place(at source.Span, files *source.Files) string {
	return clean(orEdition(files.String(at.Start)))
}

// orEdition names the edition where no file is known.
func orEdition(place string) string {
	if place == "" {
		return "the edition"
	}
	return place
}

// human prints a diagnostic in full: what, where with the line, what to do.
func (p *printer) human(d source.Diagnostic, files *source.Files) {
	fmt.Fprintf(p.err, "%s %s: %s\n", p.paint(d.Severity), d.Code, clean(d.Message))
	if s := files.String(d.At.Start); s != "" {
		fmt.Fprintf(p.err, "  %s\n", clean(s))
	}
	p.excerpt(d, files)
	p.reason(d)
	if d.Fix != "" {
		fmt.Fprintf(p.err, "  fix: %s\n", clean(d.Fix))
	}
	if d.Fix != "" && d.Key != "" { // what is accepted has no fix
		fmt.Fprintf(p.err, "  key: %s\n", clean(d.Key))
	}
	for _, r := range d.Related {
		fmt.Fprintf(p.err, "  see: %s  %s\n", place(r.At, files), clean(r.Message))
	}
}

// reason prints why a rule stands, with the first of its findings that nobody
// has accepted.
func (p *printer) reason(d source.Diagnostic) {
	if d.Why == "" || d.Fix == "" || p.reasons[d.Code] {
		return
	}
	if p.reasons == nil {
		p.reasons = map[source.Code]bool{}
	}
	p.reasons[d.Code] = true
	fmt.Fprintf(p.err, "  why: %s\n", clean(d.Why))
}

// excerpt shows the line with a mark under the place, and the nearest name.
func (p *printer) excerpt(d source.Diagnostic, files *source.Files) {
	line, at := window(files.Line(d.At.Start), int(d.At.Start.B)-1)
	if line == "" {
		line, at = clean(d.Excerpt), 0
	}
	if strings.TrimSpace(line) == "" {
		return
	}
	fmt.Fprintf(p.err, "      %s\n", line)
	pad := strings.Repeat(" ", 6+max(0, at))
	switch {
	case d.Replace != "":
		fmt.Fprintf(p.err, "%s└─ did you mean %s?\n", pad, clean(d.Replace))
	case d.At.Start.B > 0:
		width := 1
		if n := utf8.RuneCountInString(d.Excerpt); n > 0 && n <= utf8.RuneCountInString(line)-at {
			width = n
		}
		fmt.Fprintf(p.err, "%s%s\n", pad, strings.Repeat("^", width))
	}
}

// window cuts a long line to what stands around rune at.
func window(line string, at int) (string, int) {
	const before, after = 30, 60
	r := []rune(clean(line))
	at = max(0, min(at, len(r)))
	from, to := max(0, at-before), min(len(r), at+after)
	out, shift := string(r[from:to]), at-from
	if from > 0 {
		out, shift = "…"+out, shift+1
	}
	if to < len(r) {
		out += "…"
	}
	return out, shift
}

// clean keeps control characters of an input away from the terminal.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' {
			return ' '
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u00ad' {
			return '·'
		}
		return r
	}, s)
}

func (p *printer) paint(s source.Severity) string {
	if !p.color {
		return s.String()
	}
	if s == source.Error {
		return "\x1b[1;31merror\x1b[0m"
	}
	return "\x1b[1;33mwarning\x1b[0m"
}
