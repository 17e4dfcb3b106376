package archive

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"time"

	"assemble/output/pdfobj"
)

// date reads the date of the edition, the only one in the file. ok is false
// where there is none.
func (f *finisher) date() (day time.Time, ok bool, err error) {
	if f.book.Meta.Created == "" {
		return day, false, nil
	}
	day, err = time.Parse(time.DateOnly, f.book.Meta.Created)
	if err != nil {
		return day, false, fmt.Errorf("the date %q is not of the form 2018-06-18", f.book.Meta.Created)
	}
	return day, true, nil
}

// info makes the information dictionary (14.3.3). It says what the XMP packet
// says: where the two differ, archives refuse the file.
func (f *finisher) info() *pdfobj.Dict {
	m := &f.book.Meta
	d := new(pdfobj.Dict)
	setText(d, "Title", m.Title)
	setText(d, "Author", m.Author)
	setText(d, "Subject", m.Subject)
	setText(d, "Producer", m.Producer)
	if day, ok, err := f.date(); ok && err == nil { // metadata has reported the error
		at := pdfobj.Date(day.Year(), int(day.Month()), day.Day())
		d.Set("CreationDate", at).Set("ModDate", at)
	}
	return d
}

const xmpHead = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
	`<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
`

// xmpFoot declares the PDF/UA schema, which PDF/A does not know (ISO 19005-2,
// 6.6.2.3). The packet is closed for writing: changing it in place would break
// the file identifier.
const xmpFoot = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`

// metadata writes the XMP packet (ISO 16684-1).
func (f *finisher) metadata() ([]byte, error) {
	m := &f.book.Meta
	day, dated, err := f.date()
	if err != nil {
		return nil, err
	}
	b := bytes.NewBufferString(xmpHead)
	property(b, "dc:format", "", "application/pdf")
	property(b, "dc:title", "Alt", m.Title)
	property(b, "dc:description", "Alt", m.Subject)
	property(b, "dc:creator", "Seq", m.Author)
	property(b, "dc:language", "Bag", m.Lang)
	property(b, "dc:identifier", "", m.Symbol)
	property(b, "pdf:Producer", "", m.Producer)
	if dated {
		at := day.Format("2006-01-02T15:04:05+00:00")
		property(b, "xmp:CreateDate", "", at)
		property(b, "xmp:ModifyDate", "", at)
		property(b, "xmp:MetadataDate", "", at)
	}
	b.WriteString(xmpFoot)
	return b.Bytes(), nil
}

// property writes a property of one value; list is the kind of RDF list that
// its type asks for, "" for none.
func property(b *bytes.Buffer, name, list, value string) {
	if value == "" {
		return
	}
	open, end := "", ""
	if list != "" {
		item := "<rdf:li>"
		if list == "Alt" {
			item = `<rdf:li xml:lang="x-default">`
		}
		open, end = "<rdf:"+list+">"+item, "</rdf:li></rdf:"+list+">"
	}
	b.WriteString("<" + name + ">" + open)
	_ = xml.EscapeText(b, []byte(value)) // a bytes.Buffer takes everything
	b.WriteString(end + "</" + name + ">\n")
}
