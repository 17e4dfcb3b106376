package source

import (
	"cmp"
	"slices"
	"sync"
)

// Severity says whether a diagnostic stops a build.
type Severity uint8

// Only Error stops a build.
const (
	Error Severity = iota
	Warning
)

func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// Code names a kind of diagnostic, such as "fact-unknown". Once released it
// never changes.
type Code string

// Diagnostic is one message to the person who prepares an edition.
type Diagnostic struct {
	Severity Severity
	Code     Code
	At       Span      // where to look
	Message  string    // what is wrong; no position, no full stop
	Why      string    // the reason of the rule behind it, "" where the message is reason enough
	Excerpt  string    // the part of the text at At; "" to show the line
	Fix      string    // what to do, imperative; "" when we do not know
	Replace  string    // the nearest right name, to put in place of the excerpt; "" for none
	Related  []Related // other places that took part
	Key      string    // what accept in edition.yaml names, "" for the place itself
}

// Related is another place that took part, with its own remark.
type Related struct {
	At      Span
	Message string
}

// MaxDiagnostics bounds what one run collects: a file of the wrong kind must
// not fill the memory with messages.
const MaxDiagnostics = 1000

// Reporter collects diagnostics of one run. The zero value is ready to use,
// and it is safe for concurrent use.
type Reporter struct {
	mu      sync.Mutex
	list    []Diagnostic
	failed  bool
	dropped int
}

// Add takes one diagnostic.
func (r *Reporter) Add(d Diagnostic) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if d.Severity == Error {
		r.failed = true
	}
	if len(r.list) >= MaxDiagnostics {
		r.dropped++
		return
	}
	r.list = append(r.list, d)
}

// Error adds an error in the usual three parts.
func (r *Reporter) Error(code Code, at Span, message, fix string) {
	r.Add(Diagnostic{Severity: Error, Code: code, At: at, Message: message, Fix: fix})
}

// Warn adds a warning in the usual three parts.
func (r *Reporter) Warn(code Code, at Span, message, fix string) {
	r.Add(Diagnostic{Severity: Warning, Code: code, At: at, Message: message, Fix: fix})
}

// Failed reports whether an error was added.
func (r *Reporter) Failed() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.failed
}

// Dropped is the number of diagnostics beyond MaxDiagnostics.
func (r *Reporter) Dropped() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.dropped
}

// All returns the diagnostics by file, line and column; those of one place
// stay in the order of code and message, so parallel work prints stably.
func (r *Reporter) All() []Diagnostic {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := slices.Clone(r.list)
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		p, q := a.At.Start, b.At.Start
		return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B),
			cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
	return slices.CompactFunc(out, func(a, b Diagnostic) bool {
		return a.At == b.At && a.Code == b.Code && a.Message == b.Message
	})
}
