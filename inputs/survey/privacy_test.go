package survey

import (
	"fmt"
	"strings"
	"testing"
)

// sentinels are what people could write about themselves. They stand in the
// exports of this test and must stand in nothing that an import says or writes.
var sentinels = []string{"Zyxwvutova", "zyx@hidden", "998877", "192.0.2.77", "Larkspur"}

// Nothing of who answered leaves an export, whatever column it stands in.
func TestNoPersonalDataLeaves(t *testing.T) {
	f := form(t)
	rows := func(head string, row func(i int) string) map[string][]byte {
		text := []string{head}
		for i := range 40 {
			text = append(text, row(i))
		}
		return wideCSV(text...)
	}
	var names []string
	for i := range 30 {
		names = append(names, fmt.Sprintf("Zyxwvutova %c", 'A'+i))
	}
	for name, export := range map[string]map[string][]byte{
		"columns of platforms": wideCSV("ID,Start time,Completion time,Email,Name,Office,Did the office support standards?", "1,2018-01-01,2018-01-02,zyx@hidden.example,A. Zyxwvutova,Geneva,Yes"),
		"metadata of KoboToolbox": wideCSV("start,end,today,username,deviceid,subscriberid,simserial,phonenumber,office,Support,place,_place_latitude,photo,photo_URL,mail,_id,_uuid,_submission_time,"+
			"_notes,_status,_submitted_by,_tags,_geolocation,formhub/uuid,meta/instanceID",
			"Larkspur,Larkspur,Larkspur,Zyxwvutova,998877,998877,998877,998877,HQ,yes,Larkspur,Larkspur,Zyxwvutova.jpg,http://zyx@hidden,zyx@hidden,998877,Larkspur,2018-01-01,"+
				"Zyxwvutova,Larkspur,zyx@hidden,Zyxwvutova,Larkspur,Larkspur,Larkspur"),
		"metadata of ODK": wideCSV("SubmissionDate,office,Support,place-Latitude,place-Accuracy,mail,KEY,SubmitterID,SubmitterName,DeviceID,meta-instanceID,meta-instanceName,Edits,AttachmentsPresent",
			"2018-01-01,HQ,yes,Larkspur,Larkspur,zyx@hidden,Larkspur,998877,Zyxwvutova,998877,Larkspur,Zyxwvutova,Larkspur,Larkspur"),
		"a column of the form": wideCSV("office,respondent,Support", "HQ,A. Zyxwvutova,yes"),
		"a column of its own":  wideCSV("office,Support,Contact person,IP Address,Phone", "HQ,yes,Zyxwvutova,192.0.2.77,998877665"),
		"a text":               wideCSV("office,Support,remarks", "HQ,yes,\"I, Zyxwvutova, say so; call 998877665\""),
		"an option":            wideCSV("office,Support,Kinds-of", "HQ,zyx@hidden.example,\"law, 998877665\""),
		"a number":             wideCSV("office,Support,Kinds-of,officials", "HQ,yes,training,998-877-665 ext"),
		"a date":               wideCSV("office,since", "HQ,zyx@hidden.example"),
		"an office":            wideCSV("office,Support", "HQ,yes", "zyx@hidden.example,no", "998877665,yes"),
		"names for options":    wideCSV("office,Support,Kinds-of", "HQ,yes,\""+strings.Join(names, ", ")+"\""),
		"names for offices":    rows("office,Support", func(i int) string { return fmt.Sprintf("Zyxwvutova %c,yes", 'A'+i) }),
		"free other answers":   wideCSV("Timestamp,Email Address,Office,\"Which kinds, if any?\"", "1/13/2018,zyx@hidden.example,Geneva,\"Law, ask Zyxwvutova of Larkspur Lane\""),
		"an unknown column":    wideCSV("office,Support,camps,km,x", "HQ,yes,no,1,Zyxwvutova"),
		"a title":              wideCSV("sent by Zyxwvutova", "", "office,Support", "HQ,yes"),
	} {
		x := newImport(t, f, export)
		im := x.run()
		said := x.faults()
		if im.Ledger != nil {
			for _, file := range im.Files() {
				said += "\n" + string(file.Data)
			}
			text, _ := im.Ask()
			said += string(text) + strings.Join(im.Summary(), "\n")
		}
		for _, d := range x.r.All() {
			said += d.Excerpt + d.Fix
		}
		for _, s := range sentinels {
			if strings.Contains(said, s) {
				i := strings.Index(said, s)
				t.Errorf("%s: %q leaves: …%s", name, s, said[max(0, i-120):min(len(said), i+40)])
			}
		}
	}
}
