package sheet

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

// isMessage reports whether data is a page that was saved as a message (RFC
// 2557), as some systems export lists.
func isMessage(data []byte) bool {
	head := bytes.ToLower(data[:min(len(data), 2048)])
	return bytes.Contains(head, []byte("mime-version:")) && !bytes.HasPrefix(bytes.TrimSpace(head), []byte("<"))
}

// loadMHTML reads the pages inside a message one behind the other.
func (b *Book) loadMHTML(data []byte) error {
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(data, " \t\r\n\xef\xbb\xbf")))
	if err != nil {
		return damaged("its head cannot be read")
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	switch {
	case err != nil:
		return damaged("its head cannot be read")
	case kind == "text/html":
		page, err := io.ReadAll(transferred(m.Body, m.Header.Get("Content-Transfer-Encoding")))
		if err != nil {
			return damaged("its page cannot be unpacked")
		}
		return b.loadHTML(page)
	case !strings.HasPrefix(kind, "multipart/"):
		return noTable()
	}
	var pages []byte
	for parts := multipart.NewReader(m.Body, params["boundary"]); ; {
		p, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return b.loadHTML(pages)
		}
		if err != nil {
			return damaged("its parts cannot be unpacked")
		}
		if kind, _, err := mime.ParseMediaType(p.Header.Get("Content-Type")); err != nil || kind != "text/html" {
			continue
		}
		page, err := io.ReadAll(transferred(p, p.Header.Get("Content-Transfer-Encoding")))
		if err != nil {
			return damaged("its parts cannot be unpacked")
		}
		pages = append(pages, page...)
	}
}

// transferred undoes the encoding in which a part was sent (RFC 2045, 6); what
// is packed never grows by it.
func transferred(r io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	}
	return r
}
