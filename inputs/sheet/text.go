package sheet

import (
	"bytes"
	"unicode/utf8"

	"assemble/inputs/source"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// loadText tells apart what is not packed: pages, other XML, separated text.
func (b *Book) loadText(data []byte) error {
	if isMessage(data) {
		return b.loadMHTML(data)
	}
	text, name, err := decode(data)
	if err != nil {
		return err
	}
	head := bytes.ToLower(text[:min(len(text), 4096)])
	switch begin := bytes.TrimLeft(head, " \t\r\n"); {
	case !bytes.HasPrefix(begin, []byte("<")):
		return b.loadCSV(text, name)
	case bytes.Contains(head, []byte("schemas-microsoft-com:office:spreadsheet")) && !bytes.Contains(head, []byte("<html")):
		return xmlFault("an XML spreadsheet of 2003")
	case bytes.Contains(head, []byte("opendocument")):
		return xmlFault("a flat OpenDocument file")
	case bytes.HasPrefix(begin, []byte("<?xml")) && !bytes.Contains(head, []byte("<html")):
		return noTable()
	}
	return b.loadHTML(data)
}

func xmlFault(what string) *fault {
	return &fault{code: "sheet-format", message: "the file is " + what, fix: saveAgain}
}

// decode makes text UTF-8 and names the encoding. Without a mark at its
// beginning it is UTF-16 if every other byte is nothing, UTF-8 if it is valid, or
// else Windows-1252, in which Western offices save text.
func decode(data []byte) (text []byte, name string, err error) {
	var from encoding.Encoding
	switch wide := widths(data); {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data, name = data[3:], "UTF-8"
	case bytes.HasPrefix(data, []byte("\xff\xfe")), wide == "LE":
		from, name = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "UTF-16LE"
	case bytes.HasPrefix(data, []byte("\xfe\xff")), wide == "BE":
		from, name = unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "UTF-16BE"
	case utf8.Valid(data):
		name = "UTF-8"
	default:
		from, name = charmap.Windows1252, "Windows-1252"
	}
	text = data
	if from != nil {
		if text, err = from.NewDecoder().Bytes(data); err != nil {
			return nil, "", unreadable()
		}
	}
	// A byte without a meaning decodes to the replacement character.
	if bytes.IndexByte(text, 0) >= 0 || !utf8.Valid(text) || from != nil && bytes.ContainsRune(text, utf8.RuneError) {
		return nil, "", unreadable()
	}
	return text, name, nil
}

func unreadable() *fault {
	return &fault{code: "sheet-encoding", message: "the file is neither a workbook nor text in UTF-8, UTF-16 or Windows-1252", fix: `save it as .xlsx, or as "CSV UTF-8"`}
}

// widths tells UTF-16 without a mark by where its zeros stand: text of Europe
// has them in one of two bytes.
func widths(data []byte) string {
	var zeros [2]int
	head := data[:min(len(data), 4096)&^1]
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	switch most := len(head) / 4; {
	case zeros[1] > most && zeros[0] == 0:
		return "LE"
	case zeros[0] > most && zeros[1] == 0:
		return "BE"
	}
	return ""
}

// guessed says that the encoding of a text is a guess.
func (b *Book) guessed(name string) {
	if name == "Windows-1252" {
		b.report.Warn("sheet-encoding", source.At(source.Pos{File: b.File}), "the text is not UTF-8; it was read as Windows-1252",
			`look at letters with accents; if they are wrong, save the file as "CSV UTF-8"`)
	}
}
