package manuscript

import (
	"bytes"
	"net/url"
	"regexp"
	"strings"

	"assemble/inputs/source"
	"assemble/layout/doc"

	"github.com/yuin/goldmark/ast"
)

// maxURL is what browsers and PDF readers are known to follow.
const maxURL = 2000

var (
	// label is what blocks are called by.
	label = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)
	// paraAlias is a name that the PDF makes for paragraph numbers. It moves
	// with every paragraph that is added, so no manuscript may use it.
	paraAlias = regexp.MustCompile(`^para-[0-9]+$`)
)

// link converts a link or a reference with the words in it.
func (m *reading) link(n *ast.Link, of []doc.Inline) []doc.Inline {
	at := source.At(m.at.pos(max(n.Pos(), 0)))
	if len(bytes.TrimSpace(n.Title)) > 0 {
		m.r.Warn("link-title", at, "the title of a link is not printed", "leave it out")
	}
	to := unescape(n.Destination)
	if name, ok := strings.CutPrefix(to, "#"); ok {
		return m.ref(name, at, of)
	}
	if !m.leadsOut(to, at) {
		return of
	}
	if len(of) == 0 {
		from := n.Pos() + len("[](")
		of = []doc.Inline{&doc.Text{S: to, At: m.span(from, from+len(to))}}
	}
	return []doc.Inline{&doc.Link{URL: to, Of: of}}
}

func (m *reading) ref(name string, at source.Span, of []doc.Inline) []doc.Inline {
	switch {
	case paraAlias.MatchString(name):
		m.fault("ref-paragraph", at, "a paragraph is referred to by its number, which will change", "name the paragraph with {#name} at its end and refer to that")
		return of
	case !label.MatchString(name):
		m.fault("ref-name", at, short(name)+" is not a name", "names are of small letters, digits and hyphens: (#annex-iv)")
		return of
	}
	return []doc.Inline{&doc.Ref{To: doc.Label(name), Of: of, At: at}}
}

// leadsOut checks an address. Anything but the web and mail is refused: a
// report is opened by people who did not write it.
func (m *reading) leadsOut(to string, at source.Span) bool {
	u, err := url.Parse(to)
	ok := err == nil && len(to) <= maxURL && !strings.ContainsAny(to, " \t\n\"<>\\")
	if ok {
		switch strings.ToLower(u.Scheme) {
		case "http", "https":
			ok = u.Hostname() != "" && u.User == nil
		case "mailto":
			ok = strings.Contains(u.Opaque, "@")
		default:
			ok = false
		}
	}
	if !ok {
		m.fault("link-address", at, short(to)+" is not an address that a report can lead to", "write (#name) for a place in the report, or an address with https:// or mailto:")
	}
	return ok
}

func (m *reading) autoLink(n *ast.AutoLink) []doc.Inline {
	words := string(n.Label(m.src))
	at := n.Pos() + 1
	of := []doc.Inline{&doc.Text{S: words, At: m.span(at, at+len(words))}}
	to := string(n.URL(m.src))
	if n.AutoLinkType == ast.AutoLinkEmail {
		to = "mailto:" + to
	}
	if !m.leadsOut(to, m.span(at, at+len(words))) {
		return of
	}
	return []doc.Inline{&doc.Link{URL: to, Of: of}}
}
