<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en_IN">
<context>
    <name>Accountant</name>
    <message>
        <source>Checked: papers, tables and ledger agree. Tax in deposits still open changed by {amount}.</source>
        <translation>जाँचा गया: काग़ज़, तालिकाएँ और बही मेल खाते हैं। खुली अग्रिम राशियों में कर {amount} बदला।</translation>
    </message>
    <message>
        <source>NOT CHECKED: {count} things do not agree.</source>
        <translation>जाँच पूरी नहीं: {count} बातें मेल नहीं खातीं।</translation>
    </message>
    <message>
        <source>The file check.csv has them all.</source>
        <translation>फ़ाइल check.csv में सब हैं।</translation>
    </message>
    <message>
        <source>Without the number of their e-invoice these are no invoices yet: {papers}. They stand in table 4 and are marked there.</source>
        <translation>ई-इनवॉइस संख्या के बिना ये अभी इनवॉइस नहीं हैं: {papers}। ये तालिका 4 में हैं और वहाँ चिह्नित हैं।</translation>
    </message>
    <message>
        <source>Nothing was sold to a registered buyer: the portal may ask for an empty row.</source>
        <translation>किसी पंजीकृत ख़रीदार को कुछ नहीं बेचा गया: पोर्टल एक ख़ाली पंक्ति माँग सकता है।</translation>
    </message>
    <message>
        <source>The papers add up to {expected}, the tables to {found}: {papers}.</source>
        <translation>काग़ज़ों का योग {expected} है, तालिकाओं का {found}: {papers}।</translation>
    </message>
    <message>
        <source>{papers}: the ledger moved {expected}, the papers count {found}.</source>
        <translation>{papers}: बही में {expected} है, काग़ज़ों में {found}।</translation>
    </message>
    <message>
        <source>Small sales of {expected} stand in consolidated invoices of {found}: {papers}.</source>
        <translation>{expected} की छोटी बिक्री {found} के समेकित इनवॉइस में है: {papers}।</translation>
    </message>
    <message>
        <source>Numbers are missing, and no record calls them lost: {papers}.</source>
        <translation>ये नंबर नहीं हैं और कोई अभिलेख इन्हें खोया नहीं बताता: {papers}।</translation>
    </message>
    <message>
        <source>There are {count} papers, table 13 counts {counted}.</source>
        <translation>काग़ज़ {count} हैं, तालिका 13 में {counted} हैं।</translation>
    </message>
    <message>
        <source>The buyer&apos;s GSTIN is no GSTIN: {papers}.</source>
        <translation>ख़रीदार का GSTIN सही नहीं है: {papers}।</translation>
    </message>
    <message>
        <source>The GSTIN is not that of the registration: {papers}.</source>
        <translation>GSTIN इस पंजीकरण का नहीं है: {papers}।</translation>
    </message>
    <message>
        <source>Taxed as in another State, but not in which: {papers}.</source>
        <translation>दूसरे राज्य का कर लगा, पर राज्य नहीं लिखा: {papers}।</translation>
    </message>
    <message>
        <source>Made before papers kept what they say, so not counted: {papers}.</source>
        <translation>ये तब बने जब काग़ज़ अपनी बात नहीं सँभालते थे, इसलिए गिने नहीं गए: {papers}।</translation>
    </message>
    <message>
        <source>{papers} and {count} more</source>
        <translation>{papers} और {count} अन्य</translation>
    </message>
    <message>
        <source>13  papers issued</source>
        <translation>13  जारी काग़ज़</translation>
    </message>
    <message>
        <source>4  invoices to registered buyers</source>
        <translation>4  पंजीकृत ख़रीदारों के इनवॉइस</translation>
    </message>
    <message>
        <source>5  large invoices to other States</source>
        <translation>5  दूसरे राज्यों के बड़े इनवॉइस</translation>
    </message>
    <message>
        <source>7  all other sales</source>
        <translation>7  बाक़ी सारी बिक्री</translation>
    </message>
    <message>
        <source>8  exempt seats</source>
        <translation>8  कर-मुक्त सीटें</translation>
    </message>
    <message>
        <source>9B  notes to registered buyers</source>
        <translation>9B  पंजीकृत ख़रीदारों के नोट</translation>
    </message>
    <message>
        <source>9B  notes to large invoices</source>
        <translation>9B  बड़े इनवॉइस के नोट</translation>
    </message>
    <message>
        <source>11A  advances without an invoice</source>
        <translation>11A  बिना इनवॉइस के अग्रिम</translation>
    </message>
    <message>
        <source>11B  advances set off now</source>
        <translation>11B  अब समायोजित अग्रिम</translation>
    </message>
    <message>
        <source>12  by service code</source>
        <translation>12  सेवा कोड के अनुसार</translation>
    </message>
</context>
<context>
    <name>AccountantWindow</name>
    <message>
        <source>the whole quarter</source>
        <translation>पूरी तिमाही</translation>
    </message>
    <message>
        <source>Read and check   Enter</source>
        <translation>पढ़ें और जाँचें   Enter</translation>
    </message>
    <message>
        <source>Save GSTR-1   G</source>
        <translation>GSTR-1 सहेजें   G</translation>
    </message>
    <message>
        <source>Save the day&apos;s vouchers   V</source>
        <translation>दिन के वाउचर सहेजें   V</translation>
    </message>
    <message>
        <source>Save the month&apos;s list   L</source>
        <translation>महीने की सूची सहेजें   L</translation>
    </message>
    <message>
        <source>Save ledger names   N</source>
        <translation>खातों के नाम सहेजें   N</translation>
    </message>
    <message>
        <source>Read ledger names   R</source>
        <translation>खातों के नाम पढ़ें   R</translation>
    </message>
    <message>
        <source>For the accountant</source>
        <translation>लेखाकार के लिए</translation>
    </message>
    <message>
        <source>Tab  from field to field      Alt with a letter  in a field      Esc  stop, back</source>
        <translation>Tab  अगला ख़ाना      Alt और अक्षर  ख़ाने में      Esc  रोकें, वापस</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>पंजीकरण</translation>
    </message>
    <message>
        <source>Month, as 2026-11</source>
        <translation>महीना, जैसे 2026-11</translation>
    </message>
    <message>
        <source>Day of the vouchers</source>
        <translation>वाउचर का दिन</translation>
    </message>
    <message>
        <source>No registration files a return here. Vouchers and the list can be saved all the same.</source>
        <translation>यहाँ कोई पंजीकरण रिटर्न नहीं भरता। वाउचर और सूची फिर भी सहेजे जा सकते हैं।</translation>
    </message>
    <message>
        <source>That is no month. Type it as 2026-11.</source>
        <translation>यह महीना नहीं है। 2026-11 की तरह लिखें।</translation>
    </message>
    <message>
        <source>That is no day. Type it as 24 Nov.</source>
        <translation>यह दिन नहीं है। 24 नव॰ की तरह लिखें।</translation>
    </message>
    <message>
        <source>The files could not be written to, or read from, {folder}. {reason}</source>
        <translation>{folder} में फ़ाइलें लिखी या पढ़ी नहीं जा सकीं। {reason}</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>रोका गया। कुछ नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>Saved in {folder}</source>
        <translation>{folder} में सहेजा गया</translation>
    </message>
    <message>
        <source>Saved in {folder}, NOT CHECKED: check.csv there says what does not agree.</source>
        <translation>{folder} में सहेजा गया, पर जाँच पूरी नहीं: वहाँ check.csv बताती है कि क्या मेल नहीं खाता।</translation>
    </message>
    <message>
        <source>Saved as {path}. Change the column name there, then press R.</source>
        <translation>{path} में सहेजा गया। वहाँ स्तंभ name बदलें, फिर R दबाएँ।</translation>
    </message>
    <message>
        <source>Read. {count} names differ from the usual ones.</source>
        <translation>पढ़ लिया। {count} नाम सामान्य नामों से अलग हैं।</translation>
    </message>
    <message>
        <source>{count} papers read. Esc stops it.</source>
        <translation>{count} काग़ज़ पढ़े गए। Esc से रोकें।</translation>
    </message>
</context>
<context>
    <name>AccountsCard</name>
    <message>
        <source>Accounts of the house</source>
        <translation>हाउस के खाते</translation>
    </message>
    <message>
        <source>Tender of the account</source>
        <translation>खाते का भुगतान-प्रकार</translation>
    </message>
    <message>
        <source>Name at the desk</source>
        <translation>डेस्क पर नाम</translation>
    </message>
    <message>
        <source>Name of the account at the desk</source>
        <translation>डेस्क पर खाते का नाम</translation>
    </message>
    <message>
        <source>UPI address</source>
        <translation>UPI पता</translation>
    </message>
    <message>
        <source>UPI address of the account</source>
        <translation>खाते का UPI पता</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>पाने वाला</translation>
    </message>
    <message>
        <source>Payee&apos;s name in the code</source>
        <translation>कोड में पाने वाले का नाम</translation>
    </message>
    <message>
        <source>Up to, each payment</source>
        <translation>हर भुगतान की सीमा</translation>
    </message>
    <message>
        <source>Most of one UPI payment</source>
        <translation>एक UPI भुगतान में अधिकतम</translation>
    </message>
    <message>
        <source>Last four figures</source>
        <translation>आख़िरी चार अंक</translation>
    </message>
    <message>
        <source>Last four figures of the account</source>
        <translation>खाते के आख़िरी चार अंक</translation>
    </message>
    <message>
        <source>IFSC or bank</source>
        <translation>IFSC या बैंक</translation>
    </message>
    <message>
        <source>IFSC or name of the bank</source>
        <translation>IFSC या बैंक का नाम</translation>
    </message>
    <message>
        <source>Enter the account   K</source>
        <translation>खाता दर्ज करें   K</translation>
    </message>
    <message>
        <source>Stop it or take it up   X</source>
        <translation>रोकें या फिर चालू करें   X</translation>
    </message>
    <message>
        <source>Own UPI codes, bank accounts, card machines. Of several for a tender the clerk chooses.</source>
        <translation>अपने UPI कोड, बैंक खाते, कार्ड मशीनें। एक भुगतान-प्रकार के कई खाते हों तो क्लर्क चुनता है।</translation>
    </message>
    <message>
        <source>Stop {name}   X</source>
        <translation>{name} रोकें   X</translation>
    </message>
    <message>
        <source>Take up {name} again   X</source>
        <translation>{name} फिर चालू करें   X</translation>
    </message>
    <message>
        <source>The account is entered.</source>
        <translation>खाता दर्ज हो गया।</translation>
    </message>
    <message>
        <source>The account is changed.</source>
        <translation>खाता बदल दिया गया।</translation>
    </message>
    <message>
        <source>up to {limit} each payment</source>
        <translation>हर भुगतान {limit} तक</translation>
    </message>
    <message>
        <source>takes money</source>
        <translation>पैसे लेता है</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>रोका हुआ</translation>
    </message>
</context>
<context>
    <name>ActFoot</name>
    <message>
        <source>&amp;Units to keep back</source>
        <translation>रोकने के कमरे/सीटें (&amp;U)</translation>
    </message>
    <message>
        <source>Units to keep back</source>
        <translation>रोकने के कमरे या सीटें</translation>
    </message>
    <message>
        <source>203, 205-208, all; empty for the whole day</source>
        <translation>203, 205-208, all; पूरे दिन के लिए खाली छोड़ें</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>कारण (&amp;R)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>painting, private group, breakdown …</source>
        <translation>पेंटिंग, निजी ग्रुप, गाड़ी ख़राब …</translation>
    </message>
</context>
<context>
    <name>ActTable</name>
    <message>
        <source>Refund slips and counter-acts</source>
        <translation>रिफ़ंड की पर्चियाँ और वापस लिए गए काम</translation>
    </message>
    <message>
        <source>When</source>
        <translation>कब</translation>
    </message>
    <message>
        <source>What</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>किसका</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <source>By</source>
        <translation>किसने</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Import a catalogue</source>
        <translation>कैटलॉग आयात करना</translation>
    </message>
    <message>
        <source>Cancel a departure</source>
        <translation>रवानगी रद्द करना</translation>
    </message>
    <message>
        <source>Give back a cancelled departure</source>
        <translation>रद्द रवानगी के पैसे लौटाना</translation>
    </message>
    <message>
        <source>Sell beyond a group limit</source>
        <translation>समूह की सीमा से आगे बेचना</translation>
    </message>
    <message>
        <source>Sell past the last sale</source>
        <translation>आख़िरी बिक्री के बाद बेचना</translation>
    </message>
    <message>
        <source>Waive a cancellation fee</source>
        <translation>रद्द करने का शुल्क माफ़ करना</translation>
    </message>
    <message>
        <source>Give back after completion</source>
        <translation>पूरा होने के बाद पैसे लौटाना</translation>
    </message>
    <message>
        <source>Void a sale</source>
        <translation>बिक्री निरस्त करना</translation>
    </message>
    <message>
        <source>Take back a top-up</source>
        <translation>टॉप-अप वापस लेना</translation>
    </message>
    <message>
        <source>Undo money of another drawer</source>
        <translation>दूसरी दराज़ के पैसे पलटना</translation>
    </message>
    <message>
        <source>Correct a tender</source>
        <translation>भुगतान का तरीका सुधारना</translation>
    </message>
    <message>
        <source>Correct a tender of another shift</source>
        <translation>दूसरी शिफ़्ट के भुगतान का तरीका सुधारना</translation>
    </message>
    <message>
        <source>Call money not ours</source>
        <translation>पैसे को हमारा नहीं कहना</translation>
    </message>
    <message>
        <source>Give a discount</source>
        <translation>छूट देना</translation>
    </message>
    <message>
        <source>Pay out of the drawer</source>
        <translation>दराज़ से पैसे चुकाना</translation>
    </message>
    <message>
        <source>Pay out more cash than the tax allows</source>
        <translation>कर की सीमा से ज़्यादा नक़द देना</translation>
    </message>
    <message>
        <source>Put cash into the drawer</source>
        <translation>दराज़ में नकद डालना</translation>
    </message>
    <message>
        <source>Open the drawer without a sale</source>
        <translation>बिना बिक्री दराज़ खोलना</translation>
    </message>
    <message>
        <source>See the drawer&apos;s balance</source>
        <translation>दराज़ का शेष देखना</translation>
    </message>
    <message>
        <source>See the day sheet and the settlements</source>
        <translation>दिन का पन्ना और सेटलमेंट देखना</translation>
    </message>
    <message>
        <source>Close the shift of somebody else</source>
        <translation>किसी और की शिफ़्ट बंद करना</translation>
    </message>
    <message>
        <source>Accept a closed shift</source>
        <translation>बंद शिफ़्ट स्वीकार करना</translation>
    </message>
    <message>
        <source>Confirm a completed booking again</source>
        <translation>पूरी हो चुकी बुकिंग फिर पक्की करना</translation>
    </message>
    <message>
        <source>Change whose booking it is</source>
        <translation>बुकिंग का ग्राहक बदलना</translation>
    </message>
    <message>
        <source>Make two customers one</source>
        <translation>दो ग्राहकों को एक करना</translation>
    </message>
    <message>
        <source>Change a customer&apos;s number</source>
        <translation>ग्राहक का नंबर बदलना</translation>
    </message>
    <message>
        <source>Extend a hold again</source>
        <translation>रोक फिर से बढ़ाना</translation>
    </message>
    <message>
        <source>Break the hold of somebody else</source>
        <translation>किसी और की रोक तोड़ना</translation>
    </message>
    <message>
        <source>Confirm on less than the deposit</source>
        <translation>जमा राशि से कम पर पक्का करना</translation>
    </message>
    <message>
        <source>Keep an overdue booking</source>
        <translation>समय निकल चुकी बुकिंग रखना</translation>
    </message>
    <message>
        <source>Keep companies and their limits</source>
        <translation>कंपनियाँ और उनकी सीमाएँ रखना</translation>
    </message>
    <message>
        <source>Let a company owe beyond its limit</source>
        <translation>कंपनी को सीमा से अधिक उधार देना</translation>
    </message>
    <message>
        <source>Change the gateway&apos;s keys</source>
        <translation>गेटवे की कुंजियाँ बदलना</translation>
    </message>
    <message>
        <source>Set the clock back</source>
        <translation>घड़ी पीछे करना</translation>
    </message>
    <message>
        <source>Go on with books that lack records</source>
        <translation>अधूरे बहीखातों से आगे बढ़ना</translation>
    </message>
    <message>
        <source>Keep the list of staff</source>
        <translation>कर्मचारियों की सूची रखना</translation>
    </message>
    <message>
        <source>Change these limits</source>
        <translation>ये सीमाएँ बदलना</translation>
    </message>
    <message>
        <source>Give figures to the accountant</source>
        <translation>लेखाकार को आँकड़े देना</translation>
    </message>
    <message>
        <source>Change what the house has set</source>
        <translation>प्रतिष्ठान की सेटिंग बदलना</translation>
    </message>
    <message>
        <source>Replace the books</source>
        <translation>बहीखाते बदलना</translation>
    </message>
    <message>
        <source>See telephone numbers in lists</source>
        <translation>सूचियों में टेलीफ़ोन नंबर देखना</translation>
    </message>
    <message>
        <source>Save or erase the register of guests</source>
        <translation>अतिथि रजिस्टर सहेजना या मिटाना</translation>
    </message>
    <message>
        <source>Enter the number of an e-invoice</source>
        <translation>ई-चालान का नंबर दर्ज करना</translation>
    </message>
    <message>
        <source>File a month, or open it again</source>
        <translation>महीने को दाख़िल मानना, या फिर खोलना</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Backups</source>
        <translation>बैकअप</translation>
    </message>
    <message>
        <source>Back up now   B</source>
        <translation>अभी बैकअप लें   B</translation>
    </message>
    <message>
        <source>Second place…   P</source>
        <translation>दूसरी जगह…   P</translation>
    </message>
    <message>
        <source>A second place for backups</source>
        <translation>बैकअप के लिए दूसरी जगह</translation>
    </message>
    <message>
        <source>▲ There is no good backup in {folder} yet.</source>
        <translation>▲ {folder} में अभी कोई सही बैकअप नहीं है।</translation>
    </message>
    <message>
        <source>{sign} The last good backup here is of {moment}, {age} old: {file}</source>
        <translation>{sign} यहाँ का पिछला सही बैकअप {moment} का है, {age} पुराना: {file}</translation>
    </message>
    <message>
        <source>▲ There is no second place. A disk dies with every backup on it: choose a stick or a share.</source>
        <translation>▲ कोई दूसरी जगह नहीं चुनी गई। डिस्क ख़राब हो तो उस पर का हर बैकअप जाता है: कोई पेन ड्राइव या शेयर चुनें।</translation>
    </message>
    <message>
        <source>✓ {folder} is there, and holds no backup yet.</source>
        <translation>✓ {folder} मौजूद है, और उसमें अभी कोई बैकअप नहीं है।</translation>
    </message>
    <message>
        <source>▲ {folder} is not there now. Its copies are caught up when it is back.</source>
        <translation>▲ {folder} अभी मौजूद नहीं है। लौटने पर उसमें छूटा बैकअप रखा जाएगा।</translation>
    </message>
    <message>
        <source>✓ The last one in {folder} is of {moment}, {age} old.</source>
        <translation>✓ {folder} में पिछला बैकअप {moment} का है, {age} पुराना।</translation>
    </message>
    <message>
        <source>▲ {folder} is not there now; its last copy is of {moment}, {age} old. It is caught up when it is back.</source>
        <translation>▲ {folder} अभी मौजूद नहीं है; उसमें पिछला बैकअप {moment} का है, {age} पुराना। लौटने पर छूटा बैकअप उसमें रखा जाएगा।</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} मिनट</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} घंटे</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} दिन</translation>
    </message>
</context>
<context>
    <name>BeyondRow</name>
    <message>
        <source>Why more comes back</source>
        <translation>अधिक क्यों लौटता है</translation>
    </message>
    <message>
        <source>why more comes back than the policy gives</source>
        <translation>नीति से अधिक क्यों लौटता है</translation>
    </message>
    <message>
        <source>Comes back in all</source>
        <translation>कुल लौटता है</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>टिप्पणी</translation>
    </message>
</context>
<context>
    <name>BlockTable</name>
    <message>
        <source>Blocks</source>
        <translation>रोके गए</translation>
    </message>
    <message>
        <source>kept back</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>days</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>{reason} ({clerk})</source>
        <translation>{reason} ({clerk})</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>since {day}</source>
        <translation>{day} से</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>आज {time}</translation>
    </message>
</context>
<context>
    <name>BoardRowButton</name>
    <message>
        <source>not on sale</source>
        <translation>बिक्री पर नहीं</translation>
    </message>
    <message>
        <source>full</source>
        <translation>फ़ुल</translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <translation>
            <numerusform>%n खाली</numerusform>
            <numerusform>%n खाली</numerusform>
        </translation>
    </message>
    <message>
        <source>▲ until {day}</source>
        <translation>▲ {day} तक</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>ROOMS  tonight</source>
        <translation>कमरे  आज रात</translation>
    </message>
    <message>
        <source>BUSES  next departure</source>
        <translation>बसें  अगली रवानगी</translation>
    </message>
    <message>
        <source>TOURS  next date</source>
        <translation>टूर  अगली तारीख़</translation>
    </message>
    <message>
        <source>ROOMS  the night after</source>
        <translation>कमरे  अगली रात</translation>
    </message>
    <message>
        <source>THEN  departures and dates</source>
        <translation>उसके बाद  बसें और टूर</translation>
    </message>
</context>
<context>
    <name>Booking</name>
    <message>
        <source>Discount</source>
        <translation>छूट</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>शुल्क</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>टैक्स</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>वाउचर</translation>
    </message>
    <message>
        <source>Receipt or ticket</source>
        <translation>रसीद या टिकट</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>रसीद</translation>
    </message>
    <message>
        <source>back to {tender}</source>
        <translation>{tender} में वापसी</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>बाकी रकम</translation>
    </message>
    <message>
        <source>Receipt for the deposit</source>
        <translation>अग्रिम की रसीद</translation>
    </message>
    <message>
        <source>by {moment}</source>
        <translation>{moment} तक</translation>
    </message>
    <message>
        <source>▲ overdue since {moment}</source>
        <translation>▲ {moment} से बकाया</translation>
    </message>
    <message>
        <source>not of this sale, back to {tender}</source>
        <translation>इस बिक्री का नहीं, {tender} को वापस</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>भुगतान हुआ</translation>
    </message>
    <message>
        <source>to be decided, see the cases</source>
        <translation>निर्णय बाकी, मामले देखें</translation>
    </message>
    <message>
        <source>waiting for the customer</source>
        <translation>ग्राहक के भुगतान का इंतज़ार</translation>
    </message>
    <message>
        <source>entered as {tender} at first</source>
        <translation>पहले {tender} के रूप में दर्ज</translation>
    </message>
    <message>
        <source>rounded: {amount} in cash</source>
        <translation>पूर्णांकित: नकद {amount}</translation>
    </message>
    <message>
        <source>held {moment} at {desk} by {clerk}</source>
        <translation>{moment} को {desk} पर होल्ड हुई, {clerk}</translation>
    </message>
    <message>
        <source>confirmed {moment}</source>
        <translation>{moment} को कन्फ़र्म</translation>
    </message>
    <message>
        <source>cancelled {moment}</source>
        <translation>{moment} को रद्द</translation>
    </message>
    <message>
        <source>released {moment}</source>
        <translation>{moment} को छोड़ा गया</translation>
    </message>
    <message>
        <source>■ released</source>
        <translation>■ छोड़ा गया</translation>
    </message>
    <message>
        <source>✓ confirmed, balance open</source>
        <translation>✓ पक्की, बाकी रकम शेष</translation>
    </message>
    <message>
        <source>◷ held</source>
        <translation>◷ होल्ड पर</translation>
    </message>
    <message>
        <source>✓ confirmed</source>
        <translation>✓ कन्फ़र्म</translation>
    </message>
    <message>
        <source>■ expired</source>
        <translation>■ समय समाप्त</translation>
    </message>
    <message>
        <source>× cancelled</source>
        <translation>× रद्द</translation>
    </message>
    <message>
        <source>✓ completed</source>
        <translation>✓ पूरी</translation>
    </message>
</context>
<context>
    <name>BookingList</name>
    <message>
        <source>&amp;Bookings and holds   Alt+B, Enter opens</source>
        <translation>बुकिंग और होल्ड (&amp;B)   Alt+B, Enter खोलता है</translation>
    </message>
    <message>
        <source>{count} more in the review, F12</source>
        <translation>{count} और समीक्षा में, F12</translation>
    </message>
    <message>
        <source>{title} · travels with {buyer}</source>
        <translation>{title} · {buyer} के साथ यात्रा</translation>
    </message>
    <message>
        <source>held until {time}</source>
        <translation>{time} तक होल्ड पर</translation>
    </message>
    <message>
        <source>Bookings of the figure</source>
        <translation>आँकड़े की बुकिंग</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>बुकिंग</translation>
    </message>
    <message>
        <source>When</source>
        <translation>कब</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Desk, person</source>
        <translation>डेस्क, व्यक्ति</translation>
    </message>
    <message>
        <source>no booking</source>
        <translation>बिना बुकिंग</translation>
    </message>
</context>
<context>
    <name>BookingTable</name>
    <message>
        <source>Bookings</source>
        <translation>बुकिंग</translation>
    </message>
</context>
<context>
    <name>BookingWindow</name>
    <message>
        <source>Papers of this booking</source>
        <translation>इस बुकिंग के काग़ज़</translation>
    </message>
    <message>
        <source>Pay   F9</source>
        <translation>भुगतान लें   F9</translation>
    </message>
    <message>
        <source>Voucher   Ctrl+R</source>
        <translation>वाउचर   Ctrl+R</translation>
    </message>
    <message>
        <source>Another seat or room   M</source>
        <translation>दूसरी सीट या कमरा   M</translation>
    </message>
    <message>
        <source>Wrong tender   T</source>
        <translation>गलत भुगतान-तरीका   T</translation>
    </message>
    <message>
        <source>It is another customer&apos;s   H</source>
        <translation>यह किसी और ग्राहक की है   H</translation>
    </message>
    <message>
        <source>Wrong name or GSTIN on its papers   N</source>
        <translation>काग़ज़ों पर नाम या GSTIN ग़लत है   N</translation>
    </message>
    <message>
        <source>It was not used: open it again   O</source>
        <translation>उपयोग नहीं हुआ: फिर से खोलें   O</translation>
    </message>
    <message>
        <source>Cancel this booking   X</source>
        <translation>यह बुकिंग रद्द करें   X</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>वापस   Esc</translation>
    </message>
    <message>
        <source>Give money back   X</source>
        <translation>पैसे लौटाएँ   X</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>फिर से खोलें</translation>
    </message>
    <message>
        <source>make the papers anew</source>
        <translation>काग़ज़ नए बनाएँ</translation>
    </message>
    <message>
        <source>give it to them</source>
        <translation>उन्हें दें</translation>
    </message>
</context>
<context>
    <name>BooksWindow</name>
    <message>
        <source>Condition of the books</source>
        <translation>बही की स्थिति</translation>
    </message>
    <message>
        <source>▲ More than a day of sales stands in no backup: B makes one.</source>
        <translation>▲ एक दिन से ज़्यादा की बिक्री किसी बैकअप में नहीं है: B से अभी बनता है।</translation>
    </message>
    <message>
        <source>✓ Nothing is wrong with the books.</source>
        <translation>✓ बही में कोई गड़बड़ी नहीं है।</translation>
    </message>
</context>
<context>
    <name>BreakPanel</name>
    <message>
        <source>Why it is ended</source>
        <translation>क्यों ख़त्म की जा रही है</translation>
    </message>
    <message>
        <source>Why the hold of another desk is ended</source>
        <translation>दूसरे काउंटर की होल्ड क्यों ख़त्म की जा रही है</translation>
    </message>
    <message>
        <source>End the hold   Enter</source>
        <translation>होल्ड समाप्त करें   Enter</translation>
    </message>
    <message>
        <source>{reference} is held by {who} at desk {desk}. They are told who ended it, and why.</source>
        <translation>{reference} काउंटर {desk} पर {who} के पास होल्ड है। उन्हें बताया जाएगा कि किसने और क्यों ख़त्म की।</translation>
    </message>
    <message>
        <source>Say why it is ended: the other desk reads it.</source>
        <translation>बताइए क्यों ख़त्म की जा रही है: दूसरा काउंटर इसे पढ़ेगा।</translation>
    </message>
    <message>
        <source>{reference} was ended: its units are free.</source>
        <translation>{reference} ख़त्म कर दी गई: उसकी जगहें ख़ाली हैं।</translation>
    </message>
    <message>
        <source>End the hold of desk {desk}   Enter</source>
        <translation>काउंटर {desk} की होल्ड ख़त्म करें   Enter</translation>
    </message>
</context>
<context>
    <name>BuyerCard</name>
    <message>
        <source>As anybody</source>
        <translation>सामान्य</translation>
    </message>
    <message>
        <source>SEZ, with tax</source>
        <translation>SEZ, कर सहित</translation>
    </message>
    <message>
        <source>SEZ, under LUT without tax</source>
        <translation>SEZ, LUT पर बिना कर</translation>
    </message>
    <message>
        <source>Foreigner</source>
        <translation>विदेशी</translation>
    </message>
    <message>
        <source>Save who buys</source>
        <translation>ख़रीदार को सहेजें</translation>
    </message>
    <message>
        <source>&amp;GSTIN</source>
        <translation>जीएसटीआईएन (&amp;G)</translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation>राज्य (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Kind of buyer</source>
        <translation>ख़रीदार का प्रकार (&amp;K)</translation>
    </message>
    <message>
        <source>&amp;PIN code</source>
        <translation>पिन कोड (&amp;P)</translation>
    </message>
    <message>
        <source>Name on p&amp;apers</source>
        <translation>काग़ज़ों पर नाम (&amp;A)</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>पता (&amp;R)</translation>
    </message>
    <message>
        <source>Buys for a special economic zone: everything bears IGST, rooms as well.</source>
        <translation>विशेष आर्थिक क्षेत्र के लिए ख़रीद: हर चीज़ पर IGST लगता है, कमरों पर भी।</translation>
    </message>
    <message>
        <source>Buys for a special economic zone under LUT: nothing is taxed.</source>
        <translation>विशेष आर्थिक क्षेत्र के लिए LUT पर ख़रीद: किसी चीज़ पर कर नहीं लगता।</translation>
    </message>
    <message>
        <source>Registered in {state}: a ride or a tour is taxed as supplied there.</source>
        <translation>{state} में पंजीकृत: सवारी या भ्रमण पर कर वहीं की आपूर्ति के रूप में लगता है।</translation>
    </message>
    <message>
        <source>Lives in {state}: a tour is taxed as supplied there.</source>
        <translation>{state} में निवास: भ्रमण पर कर वहीं की आपूर्ति के रूप में लगता है।</translation>
    </message>
    <message>
        <source>Only where the buyer asks for an invoice with a GSTIN, or lives in another State.</source>
        <translation>केवल तब, जब ग्राहक GSTIN वाला बिल माँगे या दूसरे राज्य में रहता हो।</translation>
    </message>
    <message>
        <source>{name} is written down without GSTIN and State.</source>
        <translation>{name} बिना GSTIN और राज्य के दर्ज है।</translation>
    </message>
    <message>
        <source>{name} is written down with {state}. What is held or sold already keeps its taxes.</source>
        <translation>{name} के साथ {state} लिख दिया गया। जो होल्ड है या बिक चुका है, उसका कर वही रहता है।</translation>
    </message>
</context>
<context>
    <name>BuyerChangeButton</name>
    <message>
        <source>Take over the buyer: the total stays {total}</source>
        <translation>ख़रीदार लागू करें: कुल {total} ही रहता है</translation>
    </message>
    <message>
        <source>Take over the buyer: no tax, total {more} = {total}</source>
        <translation>ख़रीदार लागू करें: कोई कर नहीं, कुल {more} = {total}</translation>
    </message>
    <message>
        <source>Take over the buyer: the tax becomes IGST, total {more} = {total}</source>
        <translation>ख़रीदार लागू करें: कर IGST हो जाता है, कुल {more} = {total}</translation>
    </message>
    <message>
        <source>Take over the buyer: the tax becomes CGST and SGST, total {more} = {total}</source>
        <translation>ख़रीदार लागू करें: कर CGST और SGST हो जाता है, कुल {more} = {total}</translation>
    </message>
    <message>
        <source>Take over the buyer: other taxes, total {more} = {total}</source>
        <translation>ख़रीदार लागू करें: दूसरे कर, कुल {more} = {total}</translation>
    </message>
    <message>
        <source>The taxes are those of this buyer already.</source>
        <translation>कर पहले से इसी ख़रीदार के हैं।</translation>
    </message>
    <message>
        <source>The taxes are those of this buyer now. The total is {total}.</source>
        <translation>कर अब इसी ख़रीदार के हैं। कुल {total} है।</translation>
    </message>
</context>
<context>
    <name>CancelLines</name>
    <message>
        <source>{count} nights</source>
        <translation>{count} रातें</translation>
    </message>
    <message>
        <source>used: nothing</source>
        <translation>इस्तेमाल हो चुका: कुछ नहीं</translation>
    </message>
</context>
<context>
    <name>Cancellation</name>
    <message>
        <source>Plans changed</source>
        <translation>कार्यक्रम बदल गया</translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation>ग़लती से बुक हुई</translation>
    </message>
    <message>
        <source>Wrong date or unit</source>
        <translation>ग़लत तारीख़ या सीट/कमरा</translation>
    </message>
    <message>
        <source>Illness or emergency</source>
        <translation>बीमारी या आपात स्थिति</translation>
    </message>
    <message>
        <source>Fault of the house</source>
        <translation>हमारी ओर से ग़लती</translation>
    </message>
    <message>
        <source>nothing comes back</source>
        <translation>कुछ वापस नहीं मिलेगा</translation>
    </message>
    <message>
        <source>{rate} until the start</source>
        <translation>शुरू होने तक {rate}</translation>
    </message>
    <message>
        <source>{rate} until {hours} h before the start</source>
        <translation>शुरू होने से {hours} घंटे पहले तक {rate}</translation>
    </message>
    <message>
        <source>{rate} until {days} days before the start</source>
        <translation>शुरू होने से {days} दिन पहले तक {rate}</translation>
    </message>
    <message>
        <source>nothing back</source>
        <translation>कुछ वापस नहीं</translation>
    </message>
    <message>
        <source>same UPI account</source>
        <translation>उसी UPI खाते में</translation>
    </message>
    <message>
        <source>same account</source>
        <translation>उसी खाते में</translation>
    </message>
    <message>
        <source>same card or account</source>
        <translation>उसी कार्ड या खाते में</translation>
    </message>
    <message>
        <source>wallet</source>
        <translation>वॉलेट</translation>
    </message>
    <message>
        <source>cash from this drawer</source>
        <translation>इस गल्ले से नकद</translation>
    </message>
    <message>
        <source>same card, on the card machine</source>
        <translation>उसी कार्ड में, कार्ड मशीन से</translation>
    </message>
    <message>
        <source>less to pay on account</source>
        <translation>खाते में उतना कम देना</translation>
    </message>
    <message>
        <source>{where}, rounded to {amount}</source>
        <translation>{where}, पूर्णांक {amount}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>अभी</translation>
    </message>
    <message>
        <source>5–7 days</source>
        <translation>5–7 दिन</translation>
    </message>
    <message>
        <source>of it taxes {taxes}</source>
        <translation>इसमें टैक्स {taxes}</translation>
    </message>
    <message>
        <source>Nothing leaves this drawer.</source>
        <translation>इस गल्ले से कुछ नहीं जाएगा।</translation>
    </message>
    <message>
        <source>{cash} in cash leaves this drawer.</source>
        <translation>इस गल्ले से {cash} नकद जाएगा।</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Void the sale and give back {amount}</source>
        <translation>बिक्री निरस्त करें और {amount} लौटाएँ</translation>
    </message>
    <message>
        <source>Give back {amount} after use</source>
        <translation>उपयोग के बाद {amount} लौटाएँ</translation>
    </message>
    <message>
        <source>Cancel, nothing goes back</source>
        <translation>रद्द करें, कुछ वापस नहीं</translation>
    </message>
    <message>
        <source>Cancel and give back {amount}</source>
        <translation>रद्द करें और {amount} लौटाएँ</translation>
    </message>
    <message>
        <source>Cancel {count} of {all} and give back {amount}</source>
        <translation>{all} में से {count} रद्द करें और {amount} लौटाएँ</translation>
    </message>
    <message>
        <source>Cancel {count} of {all}, nothing goes back</source>
        <translation>{all} में से {count} रद्द करें, कुछ वापस नहीं</translation>
    </message>
    <message>
        <source>A hold ends as a whole.</source>
        <translation>होल्ड पूरा ही ख़त्म होता है।</translation>
    </message>
    <message>
        <source>The whole sale is voided. V: back to cancelling by its policy.</source>
        <translation>पूरी बिक्री निरस्त होगी। V: नियम से रद्द करने पर वापस।</translation>
    </message>
    <message>
        <source>{count} of {all} chosen</source>
        <translation>{all} में से {count} चुने</translation>
    </message>
    <message>
        <source>Space one   A all or none   F waive the fee</source>
        <translation>Space एक   A सब या कोई नहीं   F शुल्क माफ़</translation>
    </message>
    <message>
        <source>→ nights of a stay</source>
        <translation>→ ठहरने की रातें</translation>
    </message>
    <message>
        <source>{amount} of it is more than the policy gives.</source>
        <translation>इसमें से {amount} नीति से अधिक है।</translation>
    </message>
    <message>
        <source>V once more asks for a manager&apos;s yes to void it all the same.</source>
        <translation>फिर से V: मैनेजर की हाँ से इसे फिर भी निरस्त करें।</translation>
    </message>
    <message>
        <source>Sold {minutes} min ago by mistake: all of it comes back, and it counts as voided.</source>
        <translation>{minutes} मिनट पहले ग़लती से बिका: पूरे पैसे वापस जाएँगे, और बिक्री निरस्त मानी जाएगी।</translation>
    </message>
    <message>
        <source>open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>A payment for it is still open. Check it or stop it first, then cancel.</source>
        <translation>इसका एक भुगतान अभी खुला है। पहले उसे जाँचें या रोकें, फिर रद्द करें।</translation>
    </message>
    <message>
        <source>It is already cancelled. Nothing was changed.</source>
        <translation>यह पहले ही रद्द है। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>It is over or was used, so there is nothing left to cancel. F gives something back all the same, with a manager&apos;s yes.</source>
        <translation>यह बीत गया या उपयोग हो चुका, रद्द करने को कुछ नहीं बचा। F: मैनेजर की हाँ से फिर भी कुछ लौटाएँ।</translation>
    </message>
</context>
<context>
    <name>CancellationPage</name>
    <message>
        <source>Esc  back, nothing changes</source>
        <translation>Esc  वापस, कुछ नहीं बदलेगा</translation>
    </message>
    <message>
        <source>policy: {policies}</source>
        <translation>नियम: {policies}</translation>
    </message>
    <message>
        <source>Choose what is to be cancelled</source>
        <translation>चुनें कि क्या रद्द करना है</translation>
    </message>
    <message>
        <source>Working out what comes back …</source>
        <translation>हिसाब हो रहा है कि कितना वापस जाएगा …</translation>
    </message>
</context>
<context>
    <name>CancellationWindow</name>
    <message>
        <source>Cancel a booking</source>
        <translation>बुकिंग रद्द करें</translation>
    </message>
    <message>
        <source>Say why more comes back than the policy gives.</source>
        <translation>बताएँ कि नीति से अधिक क्यों लौटता है।</translation>
    </message>
    <message>
        <source>Say why it is cancelled: a key from 1 to 5, or in words.</source>
        <translation>रद्द करने का कारण बताएँ: 1 से 5 की कुंजी दबाएँ या लिखें।</translation>
    </message>
</context>
<context>
    <name>CancelledPanel</name>
    <message>
        <source>Next   Enter</source>
        <translation>आगे   Enter</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>Print voucher   Ctrl+P</source>
        <translation>वाउचर छापें   Ctrl+P</translation>
    </message>
    <message>
        <source>Print voucher</source>
        <translation>वाउचर छापें</translation>
    </message>
    <message>
        <source>Ended: {lines}</source>
        <translation>रद्द: {lines}</translation>
    </message>
    <message>
        <source>Goes on: {title}</source>
        <translation>जारी: {title}</translation>
    </message>
    <message>
        <source>✓  {reference}: {count} of {all} cancelled, the rest goes on</source>
        <translation>✓  {reference}: {all} में से {count} रद्द, बाकी जारी</translation>
    </message>
    <message>
        <source>✓  {reference} is voided</source>
        <translation>✓  {reference} निरस्त हुई</translation>
    </message>
    <message>
        <source>✓  {reference} is cancelled</source>
        <translation>✓  {reference} रद्द हुई</translation>
    </message>
    <message>
        <source>Free for sale again: {count}</source>
        <translation>फिर बिक्री के लिए खाली: {count}</translation>
    </message>
    <message>
        <source>Its units were free already</source>
        <translation>इसकी सीटें या कमरे पहले से खाली थे</translation>
    </message>
    <message>
        <source>Wallet now {balance}</source>
        <translation>वॉलेट में अब {balance}</translation>
    </message>
    <message>
        <source>Nothing goes back.</source>
        <translation>कुछ वापस नहीं जाएगा।</translation>
    </message>
    <message>
        <source>back to {tender}</source>
        <translation>{tender} में वापसी</translation>
    </message>
</context>
<context>
    <name>CaseCard</name>
    <message>
        <source>Amount of the case</source>
        <translation>मामले की राशि</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>Open cases</source>
        <translation>खुले मामले</translation>
    </message>
    <message>
        <source>open for</source>
        <translation>कब से खुला</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>क्या हुआ</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>booking</source>
        <translation>बुकिंग</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>रकम</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>Paid twice</source>
        <translation>दो बार भुगतान</translation>
    </message>
    <message>
        <source>Another amount was paid</source>
        <translation>अलग रकम का भुगतान</translation>
    </message>
    <message>
        <source>Money without a booking</source>
        <translation>बिना बुकिंग के पैसे</translation>
    </message>
    <message>
        <source>Part paid, hold ended</source>
        <translation>आधा भुगतान, होल्ड ख़त्म</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation>रिफ़ंड नहीं हुआ</translation>
    </message>
    <message>
        <source>The booking was paid already; this money came on top of it.</source>
        <translation>बुकिंग का भुगतान हो चुका था; ये पैसे उसके ऊपर आए।</translation>
    </message>
    <message>
        <source>The gateway holds another amount than was asked for.</source>
        <translation>गेटवे के पास माँगी गई रकम से अलग रकम आई है।</translation>
    </message>
    <message>
        <source>Paid late</source>
        <translation>देर से भुगतान</translation>
    </message>
    <message>
        <source>Ours, lost from the books</source>
        <translation>हमारे पैसे, बही से खो गए</translation>
    </message>
    <message>
        <source>{count} payments without a booking</source>
        <translation>बिना बुकिंग के {count} भुगतान</translation>
    </message>
    <message>
        <source>{count} payments of another program</source>
        <translation>किसी और प्रोग्राम के {count} भुगतान</translation>
    </message>
    <message>
        <source>no booking, no customer</source>
        <translation>न बुकिंग, न ग्राहक</translation>
    </message>
    <message>
        <source>notes “{sign}”</source>
        <translation>नोट “{sign}”</translation>
    </message>
    <message>
        <source>described “{sign} …”</source>
        <translation>विवरण “{sign} …”</translation>
    </message>
    <message>
        <source>No payment of this desk asked for them, and nothing in them tells whose they are. O shows them one by one.</source>
        <translation>इन्हें इस डेस्क के किसी भुगतान ने नहीं माँगा, और इनमें कुछ नहीं बताता कि ये किसके हैं। O से ये एक-एक करके दिखते हैं।</translation>
    </message>
    <message>
        <source>No payment of this desk asked for them, and all carry the same: they look like those of a web site or another program on the same account. O shows them one by one.</source>
        <translation>इन्हें इस डेस्क के किसी भुगतान ने नहीं माँगा, और सब पर एक ही निशान है: ये इसी खाते पर किसी वेबसाइट या दूसरे प्रोग्राम के लगते हैं। O से ये एक-एक करके दिखते हैं।</translation>
    </message>
    <message>
        <source>The customer paid through the gateway when the hold was over or the payment stopped. The money is here.</source>
        <translation>ग्राहक ने गेटवे से तब भुगतान किया जब होल्ड ख़त्म हो चुका था या भुगतान रोक दिया गया था। पैसे यहाँ हैं।</translation>
    </message>
    <message>
        <source>The gateway holds money that no payment of this desk asked for. If another program or a web site uses the same account, it is theirs.</source>
        <translation>गेटवे में ऐसे पैसे हैं जो इस डेस्क के किसी भुगतान ने नहीं माँगे। अगर कोई और प्रोग्राम या वेबसाइट यही खाता इस्तेमाल करती है, तो वे उसके हैं।</translation>
    </message>
    <message>
        <source>This desk asked for the money, and the books have lost it: an older copy of them was put back. The note at the gateway tells of the booking as far as it is written below.</source>
        <translation>ये पैसे इसी डेस्क ने माँगे थे, पर बही में इनका नाम नहीं रहा: बही की कोई पुरानी प्रति वापस रखी गई। गेटवे के नोट में बुकिंग के बारे में जितना है, वह नीचे लिखा है।</translation>
    </message>
    <message>
        <source>A part was taken before the hold ended, and the rest never came. It is the customer&apos;s.</source>
        <translation>होल्ड ख़त्म होने से पहले कुछ पैसे लिए गए, बाकी नहीं आए। ये ग्राहक के हैं।</translation>
    </message>
    <message>
        <source>The money could not be given back the way it was planned.</source>
        <translation>पैसे तय तरीके से लौटाए नहीं जा सके।</translation>
    </message>
    <message>
        <source>The gateway holds money that no payment of this desk asked for, but it names something of ours or has the amount of a payment of ours. Look for its owner first.</source>
        <translation>गेटवे में ऐसे पैसे हैं जो इस डेस्क के किसी भुगतान ने नहीं माँगे, पर इनमें हमारी किसी चीज़ का नाम है या रकम हमारे किसी भुगतान जितनी है। पहले देखें कि ये किसके हैं।</translation>
    </message>
    <message>
        <source>Into the customer&apos;s wallet</source>
        <translation>ग्राहक के वॉलेट में</translation>
    </message>
    <message>
        <source>Take the same units and confirm</source>
        <translation>वही कमरे/सीटें देकर कन्फ़र्म करें</translation>
    </message>
    <message>
        <source>Back to where it came from</source>
        <translation>जहाँ से आए वहीं वापस</translation>
    </message>
    <message>
        <source>In cash from this drawer</source>
        <translation>इस गल्ले से नकद</translation>
    </message>
    <message>
        <source>It has gone back already</source>
        <translation>पैसे पहले ही लौट चुके हैं</translation>
    </message>
    <message>
        <source>Not ours, send nothing</source>
        <translation>हमारे नहीं, कुछ न भेजें</translation>
    </message>
    <message>
        <source>Not ours, nor any that come like it</source>
        <translation>हमारे नहीं, और आगे ऐसे आने वाले भी नहीं</translation>
    </message>
    <message>
        <source>Make the booking anew and confirm it</source>
        <translation>बुकिंग फिर से बनाएँ और पक्की करें</translation>
    </message>
    <message>
        <source>{answer}, rounded to {amount}</source>
        <translation>{answer}, पूर्णांक {amount}</translation>
    </message>
    <message>
        <source>All {count} not ours ({amount}), send nothing</source>
        <translation>सभी {count} हमारे नहीं ({amount}), कुछ न भेजें</translation>
    </message>
    <message>
        <source>All {count} not ours ({amount}), nor any that come like them</source>
        <translation>सभी {count} हमारे नहीं ({amount}), और आगे ऐसे आने वाले भी नहीं</translation>
    </message>
    <message>
        <source>{amount} taken out of the books as somebody else&apos;s; nothing is sent.</source>
        <translation>{amount} किसी और के मानकर बही से निकाले गए; कुछ नहीं भेजा जाता।</translation>
    </message>
    <message>
        <source>{count} payments, {amount}, taken out of the books as another program&apos;s; nothing is sent.</source>
        <translation>{count} भुगतान, {amount}, किसी और प्रोग्राम के मानकर बही से निकाले गए; कुछ नहीं भेजा जाता।</translation>
    </message>
    <message>
        <source>Those that come like them make no case from now on; R shows the rules.</source>
        <translation>ऐसे आने वाले भुगतान अब मामला नहीं बनेंगे; R से नियम दिखते हैं।</translation>
    </message>
    <message>
        <source>{amount} of {reference}</source>
        <translation>{reference} के {amount}</translation>
    </message>
    <message>
        <source>{money} given to {customer}&apos;s wallet.</source>
        <translation>{money} {customer} के वॉलेट में डाले गए।</translation>
    </message>
    <message>
        <source>{money} taken as paid: the booking is confirmed with the same units.</source>
        <translation>{money} भुगतान में गिने गए: बुकिंग उन्हीं कमरों/सीटों के साथ कन्फ़र्म है।</translation>
    </message>
    <message>
        <source>{money} goes back to where it came from.</source>
        <translation>{money} जहाँ से आए वहीं वापस जाएँगे।</translation>
    </message>
    <message>
        <source>{money} given back in cash: hand it over from this drawer.</source>
        <translation>{money} नकद लौटाए गए: इस गल्ले से दें।</translation>
    </message>
    <message>
        <source>{money}: what the gateway has given back is written down.</source>
        <translation>{money}: गेटवे ने जो लौटाया, वह दर्ज हो गया।</translation>
    </message>
    <message>
        <source>{money} taken out of the books as somebody else&apos;s; nothing is sent.</source>
        <translation>{money} किसी और के मानकर बही से हटाए गए; कुछ नहीं भेजा जाता।</translation>
    </message>
    <message>
        <source>{money} taken as paid: the booking is made anew and confirmed.</source>
        <translation>{money} भुगतान मान लिए गए: बुकिंग फिर से बनाकर पक्की कर दी गई।</translation>
    </message>
    <message>
        <source>{money} goes back: repeat a card&apos;s part on the machine, hand over all the rest in cash.</source>
        <translation>{money} वापस जाएँगे: कार्ड का हिस्सा मशीन पर दोहराएँ, बाकी सब नकद हाथ में दें।</translation>
    </message>
    <message>
        <source>{money} goes back: repeat a card&apos;s part on the machine, hand over {cash} in cash.</source>
        <translation>{money} वापस जाएँगे: कार्ड का हिस्सा मशीन पर दोहराएँ, {cash} नकद हाथ में दें।</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} मिनट</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} घंटे</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} दिन</translation>
    </message>
    <message>
        <source>Paid out, and not ours</source>
        <translation>खाते में भेजा, पर हमारा नहीं</translation>
    </message>
    <message>
        <source>Paid out otherwise</source>
        <translation>खाते में अलग राशि भेजी</translation>
    </message>
    <message>
        <source>Taken back by a bank</source>
        <translation>बैंक ने वापस लिया</translation>
    </message>
    <message>
        <source>The gateway has paid out or taken something that is no payment or refund of these books: a transfer, an adjustment, or money of another program. It stands beside what is owed.</source>
        <translation>गेटवे ने कुछ ऐसा भेजा या काटा है जो इस बही का भुगतान या वापसी नहीं है: ट्रांसफ़र, समायोजन, या किसी और प्रोग्राम का पैसा। यह बकाया से अलग लिखा है।</translation>
    </message>
    <message>
        <source>The gateway has paid out another amount than the books have, or the same twice. What the bank got is posted as it is; ask the gateway about the rest.</source>
        <translation>गेटवे ने बही से अलग राशि भेजी है, या एक ही राशि दो बार। बैंक को जो मिला वही लिखा गया है; बाकी गेटवे से पूछें।</translation>
    </message>
    <message>
        <source>A bank has taken money back through the gateway: the customer disputes the payment. Answer on the gateway&apos;s own pages before its day is over.</source>
        <translation>बैंक ने गेटवे से पैसा वापस लिया है: ग्राहक ने भुगतान पर विवाद किया है। समय रहते गेटवे के अपने पन्नों पर उत्तर दें।</translation>
    </message>
    <message>
        <source>Seen; nothing is posted</source>
        <translation>देख लिया; कुछ नहीं लिखा जाएगा</translation>
    </message>
    <message>
        <source>{money}: seen. What the bank got stays as it is posted.</source>
        <translation>{money}: देख लिया। बैंक को जो मिला वह जैसा लिखा है वैसा रहेगा।</translation>
    </message>
</context>
<context>
    <name>CasesWindow</name>
    <message>
        <source>Back to the desk   Esc</source>
        <translation>डेस्क पर वापस   Esc</translation>
    </message>
    <message>
        <source>Back to the desk</source>
        <translation>डेस्क पर वापस</translation>
    </message>
    <message>
        <source>R  rules for payments of other programs</source>
        <translation>R  दूसरे प्रोग्रामों के भुगतानों के नियम</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>खुले मामले</translation>
    </message>
    <message>
        <source>Nothing to decide: all money is where it belongs.</source>
        <translation>कोई निर्णय बाकी नहीं: सारे पैसे अपनी जगह पर हैं।</translation>
    </message>
    <message>
        <source>{count} open, {total} in all</source>
        <translation>{count} खुले, कुल {total}</translation>
    </message>
    <message>
        <source>O  close them again</source>
        <translation>O  फिर बंद करें</translation>
    </message>
    <message>
        <source>O  see them one by one</source>
        <translation>O  एक-एक करके देखें</translation>
    </message>
    <message>
        <source>O  open the booking</source>
        <translation>O  बुकिंग खोलें</translation>
    </message>
    <message>
        <source>Enter  to the answers</source>
        <translation>Enter  जवाबों पर जाएँ</translation>
    </message>
    <message>
        <source>R  rules</source>
        <translation>R  नियम</translation>
    </message>
    <message>
        <source>Esc  back</source>
        <translation>Esc  वापस</translation>
    </message>
    <message>
        <source>Nothing waits for a decision.</source>
        <translation>किसी निर्णय की ज़रूरत नहीं है।</translation>
    </message>
    <message>
        <source>{count} of {all} are written.</source>
        <translation>{all} में से {count} लिखे गए।</translation>
    </message>
</context>
<context>
    <name>CashBlock</name>
    <message>
        <source>PAN of who pays</source>
        <translation>भुगतान करने वाले का PAN</translation>
    </message>
    <message>
        <source>PAN seen   {key}</source>
        <translation>PAN देखा   {key}</translation>
    </message>
    <message>
        <source>PAN declined   {key}</source>
        <translation>PAN नहीं दिया   {key}</translation>
    </message>
    <message>
        <source>Occasion   G</source>
        <translation>आयोजन   G</translation>
    </message>
    <message>
        <source>Occasion: cash of all its bookings is added up</source>
        <translation>आयोजन: उसकी सब बुकिंग का नक़द जोड़ा जाता है</translation>
    </message>
    <message>
        <source>Occasion, such as a wedding</source>
        <translation>आयोजन, जैसे शादी</translation>
    </message>
    <message>
        <source>wedding, conference ...</source>
        <translation>शादी, सम्मेलन ...</translation>
    </message>
    <message>
        <source>PAN</source>
        <translation>PAN (पैन)</translation>
    </message>
    <message>
        <source>Received {sum}</source>
        <translation>{sum} मिले</translation>
    </message>
    <message>
        <source>▲ By law less than {limit} in cash {counter}: {counted} came before, {most} may come.</source>
        <translation>▲ क़ानून से {counter} नक़द {limit} से कम ही: {counted} पहले आ चुके, {most} और आ सकते हैं।</translation>
    </message>
</context>
<context>
    <name>CashLaw</name>
    <message>
        <source>from one person in a day</source>
        <translation>एक व्यक्ति से एक दिन में</translation>
    </message>
    <message>
        <source>for one booking</source>
        <translation>एक बुकिंग के लिए</translation>
    </message>
    <message>
        <source>for one occasion</source>
        <translation>एक आयोजन के लिए</translation>
    </message>
</context>
<context>
    <name>CauseList</name>
    <message>
        <source>Likeliest causes</source>
        <translation>सबसे संभावित कारण</translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message>
        <source>and {count} more</source>
        <translation>और {count}</translation>
    </message>
    <message>
        <source>{amount} in coins besides</source>
        <translation>इसके अलावा {amount} सिक्कों में</translation>
    </message>
    <message>
        <source>Entered as {entered}, but it was taken as {other}: {amount}</source>
        <translation>{entered} में दर्ज हुआ, पर असल में {other} से लिया गया: {amount}</translation>
    </message>
    <message>
        <source>Refund entered as {entered}, but it was given back as {other}: {amount}</source>
        <translation>वापसी {entered} में दर्ज हुई, पर असल में {other} से दी गई: {amount}</translation>
    </message>
    <message>
        <source>A hold that ended unpaid was paid after all: {amount}</source>
        <translation>बिना भुगतान खत्म हुए होल्ड के पैसे असल में लिए गए: {amount}</translation>
    </message>
    <message>
        <source>Two figures changed places, {amount} off</source>
        <translation>दो अंक आपस में बदल गए, {amount} का अंतर</translation>
    </message>
    <message>
        <source>Put into the safe and not entered: {amount}</source>
        <translation>तिजोरी में रखा, पर दर्ज नहीं किया: {amount}</translation>
    </message>
    <message>
        <source>Entered as put into the safe, still in the drawer: {amount}</source>
        <translation>तिजोरी में रखा दर्ज है, पर अब भी गल्ले में है: {amount}</translation>
    </message>
    <message>
        <source>Put into the drawer and not entered: {amount}</source>
        <translation>गल्ले में डाला, पर दर्ज नहीं किया: {amount}</translation>
    </message>
    <message>
        <source>Paid out and not entered: {amount}</source>
        <translation>खर्च दिया, पर दर्ज नहीं किया: {amount}</translation>
    </message>
    <message>
        <source>Change not given: {amount}</source>
        <translation>छुट्टा नहीं दिया: {amount}</translation>
    </message>
    <message>
        <source>Change given twice: {amount}</source>
        <translation>छुट्टा दो बार दिया: {amount}</translation>
    </message>
    <message>
        <source>Pay-out entered twice: {amount}</source>
        <translation>खर्च दो बार दर्ज हुआ: {amount}</translation>
    </message>
    <message>
        <source>Payment entered twice: {amount}</source>
        <translation>भुगतान दो बार दर्ज हुआ: {amount}</translation>
    </message>
    <message>
        <source>Taken without a record: {amount}</source>
        <translation>बिना दर्ज किए लिया: {amount}</translation>
    </message>
    <message>
        <source>Small change went astray: {amount}</source>
        <translation>थोड़े सिक्के इधर-उधर हुए: {amount}</translation>
    </message>
    <message>
        <source>A tender was taken for another: {amount}</source>
        <translation>एक तरीके को दूसरा समझा गया: {amount}</translation>
    </message>
    <message>
        <source>A refund went another way: {amount}</source>
        <translation>वापसी दूसरे तरीके से गई: {amount}</translation>
    </message>
    <message>
        <source>The float was not counted as the last shift has left it</source>
        <translation>शुरुआती नकदी उतनी नहीं गिनी गई जितनी पिछली पाली ने छोड़ी थी</translation>
    </message>
    <message>
        <source>Float counted with {count} × {worth} too many</source>
        <translation>शुरुआती नकदी में {count} × {worth} ज़्यादा गिने गए</translation>
    </message>
    <message>
        <source>Close counted with {count} × {worth} too many</source>
        <translation>बंद करते समय {count} × {worth} ज़्यादा गिने गए</translation>
    </message>
    <message>
        <source>Float counted with {count} × {worth} too few</source>
        <translation>शुरुआती नकदी में {count} × {worth} कम गिने गए</translation>
    </message>
    <message>
        <source>Close counted with {count} × {worth} too few</source>
        <translation>बंद करते समय {count} × {worth} कम गिने गए</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>वापसी</translation>
    </message>
    <message>
        <source>top-up</source>
        <translation>वॉलेट में जमा</translation>
    </message>
    <message>
        <source>top-up taken back</source>
        <translation>वॉलेट की जमा वापस ली</translation>
    </message>
    <message>
        <source>cash put in</source>
        <translation>गल्ले में डाली नकदी</translation>
    </message>
    <message>
        <source>into the safe</source>
        <translation>तिजोरी में</translation>
    </message>
    <message>
        <source>pay-out</source>
        <translation>खर्च</translation>
    </message>
    <message>
        <source>hold that ended</source>
        <translation>खत्म हुआ होल्ड</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>It is {now}.</source>
        <translation>अभी {now} है।</translation>
    </message>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>It is {now}? The last record is of {seen}. Nothing is completed until that is confirmed.</source>
        <translation>क्या अभी {now} है? आख़िरी दर्ज काम {seen} का है। इसकी पुष्टि तक कुछ भी पूरा नहीं किया जाता।</translation>
    </message>
    <message>
        <source>This PC says {now}. The last record is of {seen}. Nothing is sold until it is confirmed.</source>
        <translation>इस पीसी में {now} है। आख़िरी दर्ज काम {seen} का है। इसकी पुष्टि तक कुछ नहीं बिकता।</translation>
    </message>
    <message>
        <source>This PC says {now}. The last record is of {seen}, so nothing is sold: type the time.</source>
        <translation>इस पीसी में {now} है। आख़िरी दर्ज काम {seen} का है, इसलिए कुछ नहीं बिकता: समय लिखें।</translation>
    </message>
    <message>
        <source>This PC says {now}. That is before this program was made: type the time, then sell.</source>
        <translation>इस पीसी में {now} है। यह इस प्रोग्राम के बनने से पहले का है: समय लिखें, फिर बेचें।</translation>
    </message>
    <message>
        <source>This PC&apos;s clock was {difference}. The desk goes by the gateway&apos;s: it is {now}. Nothing is completed until that is confirmed.</source>
        <translation>इस पीसी की घड़ी {difference} थी। काउंटर गेटवे की घड़ी से चलता है: अभी {now} है। इसकी पुष्टि तक कुछ भी पूरा नहीं किया जाता।</translation>
    </message>
    <message>
        <source>The last record is of {seen}, the gateway says {witness}: a clock was wrong before. Nothing is sold until it is set back.</source>
        <translation>आख़िरी दर्ज काम {seen} का है, गेटवे में {witness} है: पहले कोई घड़ी ग़लत थी। उसे पीछे किए जाने तक कुछ नहीं बिकता।</translation>
    </message>
    <message>
        <source>This PC&apos;s clock was moved and is {difference}. The desk goes on by its own: it is {now}. Nothing is completed meanwhile.</source>
        <translation>इस पीसी की घड़ी बदली गई और {difference} है। काउंटर अपनी गिनती से चलता है: अभी {now} है। तब तक कुछ भी पूरा नहीं किया जाता।</translation>
    </message>
    <message>
        <source>The server&apos;s clock leapt and is {difference}. It says {now}: no new holds meanwhile.</source>
        <translation>सर्वर की घड़ी अचानक बदली और {difference} है। उसमें {now} है: तब तक नया होल्ड नहीं।</translation>
    </message>
    <message>
        <source>By the gateway&apos;s clock the desk is {difference}: the gateway says {witness}, the desk {now}.</source>
        <translation>गेटवे की घड़ी के हिसाब से काउंटर {difference} है: गेटवे में {witness}, काउंटर में {now}।</translation>
    </message>
    <message>
        <source>The server says {now}. The last record is of {seen}. Nothing is sold until that is right.</source>
        <translation>सर्वर में {now} है। आख़िरी दर्ज काम {seen} का है। यह सही होने तक कुछ नहीं बिकता।</translation>
    </message>
    <message>
        <source>The server says {now}. The last record is of {seen}, so nothing is sold: type the time.</source>
        <translation>सर्वर में {now} है। आख़िरी दर्ज काम {seen} का है, इसलिए कुछ नहीं बिकता: समय लिखें।</translation>
    </message>
    <message>
        <source>The server says {now}. That is before this program was made: type the time, then sell.</source>
        <translation>सर्वर में {now} है। यह इस प्रोग्राम के बनने से पहले का है: समय लिखें, फिर बेचें।</translation>
    </message>
    <message>
        <source>By the gateway&apos;s clock the server is {difference}: the gateway says {witness}.</source>
        <translation>गेटवे की घड़ी के हिसाब से सर्वर {difference} है: गेटवे में {witness}।</translation>
    </message>
    <message>
        <source>{amount} behind</source>
        <translation>{amount} पीछे</translation>
    </message>
    <message>
        <source>{amount} ahead</source>
        <translation>{amount} आगे</translation>
    </message>
    <message>
        <source>{off} (two systems on this PC?)</source>
        <translation>{off} (क्या इस पीसी पर दो सिस्टम हैं?)</translation>
    </message>
    <message>
        <source>{off} (a year typed wrong?)</source>
        <translation>{off} (क्या साल ग़लत लिखा गया?)</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} दिन</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} घंटे {minutes} मिनट</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} मिनट</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} सेकंड</translation>
    </message>
    <message>
        <source>It can&apos;t be that day: this program was made later.</source>
        <translation>वह दिन नहीं हो सकता: यह प्रोग्राम उसके बाद बना।</translation>
    </message>
    <message>
        <source>That is more than 400 days after the last record: look at the year.</source>
        <translation>यह आख़िरी दर्ज काम से 400 दिन से भी बाद का है: साल देखें।</translation>
    </message>
    <message>
        <source>The clock has moved since that was shown. Look again, then press it.</source>
        <translation>वह दिखाए जाने के बाद घड़ी बदल गई। फिर देखें, तब दबाएँ।</translation>
    </message>
    <message>
        <source>The books have records up to {seen}, and bookings made later than that time: {count}. If the clock was wrong then, type the time and press Enter once more: it is set back.</source>
        <translation>बही में {seen} तक के दर्ज काम हैं, और उस समय के बाद की बुकिंग: {count}। अगर तब घड़ी ग़लत थी, तो समय लिखकर एक बार और Enter दबाएँ: घड़ी पीछे की जाएगी।</translation>
    </message>
    <message>
        <source>what was sold is over by the clock of now</source>
        <translation>जो बिका वह अभी की घड़ी से बीत चुका है</translation>
    </message>
    <message>
        <source>it was completed more than 31 days ago</source>
        <translation>वह 31 दिन से पहले पूरी हुई थी</translation>
    </message>
    <message>
        <source>{reference} stays completed: {why}.</source>
        <translation>{reference} पूरी ही रहती है: {why}।</translation>
    </message>
    <message>
        <source>By this PC&apos;s clock the gateway&apos;s certificate is not valid yet: the clock is behind. Nothing was sent. Set the PC&apos;s clock; cash, card slip and wallet still work.</source>
        <translation>इस पीसी की घड़ी से गेटवे का प्रमाणपत्र अभी मान्य नहीं है: घड़ी पीछे है। कुछ नहीं भेजा गया। पीसी की घड़ी ठीक करें; नकद, कार्ड पर्ची और वॉलेट चलते हैं।</translation>
    </message>
    <message>
        <source>By this PC&apos;s clock the gateway&apos;s certificate is over: the clock is ahead. Nothing was sent. Set the PC&apos;s clock; cash, card slip and wallet still work.</source>
        <translation>इस पीसी की घड़ी से गेटवे का प्रमाणपत्र बीत चुका है: घड़ी आगे है। कुछ नहीं भेजा गया। पीसी की घड़ी ठीक करें; नकद, कार्ड पर्ची और वॉलेट चलते हैं।</translation>
    </message>
</context>
<context>
    <name>ClockSection</name>
    <message>
        <source>Clock</source>
        <translation>घड़ी</translation>
    </message>
    <message>
        <source>It is right   C</source>
        <translation>सही है   C</translation>
    </message>
    <message>
        <source>Type day and time   T</source>
        <translation>दिन और समय लिखें   T</translation>
    </message>
    <message>
        <source>29 nov 2026 8:55</source>
        <translation>29 नव 2026 8:55</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>दिन और समय</translation>
    </message>
    <message>
        <source>Set the clock   Enter</source>
        <translation>घड़ी लगाएँ   Enter</translation>
    </message>
    <message>
        <source>That is no day and time. Type it like this: 29 nov 2026 8:55</source>
        <translation>यह दिन और समय नहीं है। ऐसे लिखें: 29 नव 2026 8:55</translation>
    </message>
    <message>
        <source>✓ Confirmed.</source>
        <translation>✓ पुष्टि हुई।</translation>
    </message>
    <message>
        <source>✓ The clock is set: {now}</source>
        <translation>✓ घड़ी लगाई गई: {now}</translation>
    </message>
    <message>
        <source>Made meanwhile: {list}</source>
        <translation>इस बीच बनीं: {list}</translation>
    </message>
    <message>
        <source>No longer completed: {list}</source>
        <translation>अब पूरी नहीं: {list}</translation>
    </message>
    <message>
        <source>Set it back   Enter</source>
        <translation>घड़ी पीछे करें   Enter</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Backing up the books: copying…</source>
        <translation>बही का बैकअप लिया जा रहा है: नक़ल बन रही है…</translation>
    </message>
    <message>
        <source>Backing up the books: checking the copy…</source>
        <translation>बही का बैकअप लिया जा रहा है: नक़ल जाँची जा रही है…</translation>
    </message>
    <message>
        <source>Backing up the books: copying to the second place…</source>
        <translation>बही का बैकअप लिया जा रहा है: दूसरी जगह रखा जा रहा है…</translation>
    </message>
    <message>
        <source>Close this window to leave at once; nothing is lost.</source>
        <translation>तुरंत जाने के लिए यह खिड़की बंद करें; कुछ नहीं खोएगा।</translation>
    </message>
</context>
<context>
    <name>CoachMap</name>
    <message>
        <source>Seats of the coach</source>
        <translation>बस की सीटें</translation>
    </message>
</context>
<context>
    <name>CommandField</name>
    <message>
        <source>Mobile number, reference, room type, route or tour</source>
        <translation>मोबाइल नंबर, रेफ़रेंस, कमरे का प्रकार, रूट या टूर</translation>
    </message>
    <message>
        <source>Command: mobile number, reference, room type, route or tour</source>
        <translation>कमांड: मोबाइल नंबर, रेफ़रेंस, कमरे का प्रकार, रूट या टूर</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>open booking</source>
        <translation>बुकिंग खोलें</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>नया ग्राहक</translation>
    </message>
    <message>
        <source>enter the name</source>
        <translation>नाम लिखें</translation>
    </message>
    <message>
        <source>held, go on with it</source>
        <translation>होल्ड पर है, आगे बढ़ें</translation>
    </message>
    <message>
        <source>Customer and wallet</source>
        <translation>ग्राहक और वॉलेट</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>कोटेशन</translation>
    </message>
    <message>
        <source>Review of bookings</source>
        <translation>बुकिंग की सूची</translation>
    </message>
    <message>
        <source>Stock: stop or block</source>
        <translation>स्टॉक: बिक्री रोकें या ब्लॉक करें</translation>
    </message>
    <message>
        <source>Cases to decide</source>
        <translation>निर्णय के मामले</translation>
    </message>
    <message>
        <source>Refund slips and counter-acts</source>
        <translation>रिफ़ंड की पर्चियाँ और वापस लिए गए काम</translation>
    </message>
    <message>
        <source>Setup of the gateway</source>
        <translation>गेटवे की सेटिंग</translation>
    </message>
    <message>
        <source>Accounts of the house</source>
        <translation>हाउस के खाते</translation>
    </message>
    <message>
        <source>Books: check, backup, clock, server</source>
        <translation>बही: जाँच, बैकअप, घड़ी, सर्वर</translation>
    </message>
    <message>
        <source>Limits of clerks and managers</source>
        <translation>सीमाएँ: क्लर्क और मैनेजर</translation>
    </message>
    <message>
        <source>Staff: who works here, codes and PINs</source>
        <translation>कर्मचारी: कौन काम करता है, कोड और पिन</translation>
    </message>
    <message>
        <source>Shifts: differences, Z slips, acceptance</source>
        <translation>पालियाँ: अंतर, ज़ेड पर्ची, मंज़ूरी</translation>
    </message>
    <message>
        <source>Open the drawer without a sale</source>
        <translation>बिना बिक्री के गल्ला खोलें</translation>
    </message>
    <message>
        <source>Shift and its drawer</source>
        <translation>पाली और उसका गल्ला</translation>
    </message>
    <message>
        <source>Printers, what waits for them, e-mail</source>
        <translation>प्रिंटर, उनकी कतार, ई-मेल</translation>
    </message>
    <message>
        <source>Day sheet: sold, given back, taken</source>
        <translation>दिन का पन्ना: बिका, लौटाया, लिया</translation>
    </message>
    <message>
        <source>Settlements of the gateway</source>
        <translation>सेटलमेंट: गेटवे ने क्या भेजा</translation>
    </message>
    <message>
        <source>Tax papers: IRN, filed months, series</source>
        <translation>कर के काग़ज़: IRN, दाख़िल महीने, नंबरों की शृंखलाएँ</translation>
    </message>
    <message>
        <source>Invoices due</source>
        <translation>बक़ाया चालान</translation>
    </message>
    <message>
        <source>Accountant: GSTR-1, vouchers, list of papers</source>
        <translation>लेखाकार: GSTR-1, वाउचर, काग़ज़ों की सूची</translation>
    </message>
    <message>
        <source>GSTR1: the return of a month</source>
        <translation>GSTR1: महीने का रिटर्न</translation>
    </message>
    <message>
        <source>Tally: the vouchers of a day</source>
        <translation>Tally: दिन के वाउचर</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>कुंजियाँ</translation>
    </message>
    <message>
        <source>no booking yet</source>
        <translation>अभी कोई बुकिंग नहीं</translation>
    </message>
    <message>
        <source>Arrivals today</source>
        <translation>आज के आगमन</translation>
    </message>
    <message>
        <source>In house tonight</source>
        <translation>आज रात ठहरे हुए</translation>
    </message>
    <message>
        <source>Departures today</source>
        <translation>आज के प्रस्थान</translation>
    </message>
    <message>
        <source>Chart of a departure</source>
        <translation>चार्ट: बस के यात्री</translation>
    </message>
    <message>
        <source>Tour list</source>
        <translation>टूर सूची</translation>
    </message>
    <message>
        <source>Register of guests</source>
        <translation>रजिस्टर: अतिथि</translation>
    </message>
    <message>
        <source>arrivals</source>
        <translation>आगमन</translation>
    </message>
    <message>
        <source>in house</source>
        <translation>ठहरे हुए</translation>
    </message>
    <message>
        <source>departures</source>
        <translation>प्रस्थान</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>चार्ट</translation>
    </message>
    <message>
        <source>tour list</source>
        <translation>टूर सूची</translation>
    </message>
</context>
<context>
    <name>CompanyCard</name>
    <message>
        <source>Statement of the last 31 days</source>
        <translation>पिछले 31 दिनों का विवरण</translation>
    </message>
    <message>
        <source>May owe up to</source>
        <translation>उधार की सीमा</translation>
    </message>
    <message>
        <source>to be paid in days</source>
        <translation>कितने दिनों में चुकाना</translation>
    </message>
    <message>
        <source>Pays of it</source>
        <translation>इसमें से चुकाता है</translation>
    </message>
    <message>
        <source>by</source>
        <translation>माध्यम</translation>
    </message>
    <message>
        <source>Let this customer owe</source>
        <translation>इस ग्राहक को उधार दें</translation>
    </message>
    <message>
        <source>Take what is paid of it</source>
        <translation>उधार का भुगतान लें</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>संदर्भ</translation>
    </message>
    <message>
        <source>Let {name} owe up to {limit}</source>
        <translation>{name} को {limit} तक उधार दें</translation>
    </message>
    <message>
        <source>Owes {owed}, may owe {open} more</source>
        <translation>उधार {owed}, और {open} तक हो सकता है</translation>
    </message>
    <message>
        <source>Take {amount} by {tender} of what {name} owes</source>
        <translation>{name} के उधार में से {amount} {tender} से लें</translation>
    </message>
    <message>
        <source>{name} may owe up to {limit} from now on.</source>
        <translation>{name} अब से {limit} तक उधार रख सकते हैं।</translation>
    </message>
    <message>
        <source>{amount} taken of what {name} owes.</source>
        <translation>{name} के उधार में से {amount} लिए गए।</translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>Compare with the gateway</source>
        <translation>गेटवे से मिलान</translation>
    </message>
    <message>
        <source>Asks about every open payment and about all money of the last days. The desk does this by itself every five minutes, and after midnight for the whole day.</source>
        <translation>हर खुले भुगतान और पिछले दिनों की सारी राशि के बारे में पूछता है। डेस्क यह हर पाँच मिनट में, और आधी रात के बाद पूरे दिन के लिए, अपने आप करता है।</translation>
    </message>
    <message>
        <source>Here it asks the practice gateway.</source>
        <translation>यहाँ अभ्यास गेटवे से पूछा जाता है।</translation>
    </message>
    <message>
        <source>Asking the gateway. This may take a minute; other pages work meanwhile.</source>
        <translation>गेटवे से पूछ रहे हैं। एक मिनट लग सकता है; तब तक दूसरे पेज चलते हैं।</translation>
    </message>
    <message>
        <source>This desk has no gateway now: nobody is asked. What earlier payments wait for stays open, in bookings and under F6, until it is started with its keys.</source>
        <translation>इस डेस्क का अभी कोई गेटवे नहीं है: किसी से पूछा नहीं जाता। पहले के भुगतानों का जो बाकी है वह बुकिंग में और F6 में खुला रहता है, जब तक यह कुंजियों के साथ शुरू न हो।</translation>
    </message>
    <message>
        <source>Days that are over, the gateway beside the books</source>
        <translation>बीते दिन: गेटवे और बही साथ-साथ</translation>
    </message>
    <message>
        <source>Compare now   Alt+C</source>
        <translation>अभी मिलान करें   Alt+C</translation>
    </message>
</context>
<context>
    <name>CountFields</name>
    <message>
        <source>Pieces of {worth}</source>
        <translation>{worth} के नग</translation>
    </message>
    <message>
        <source>Sum of {worth}</source>
        <translation>{worth} का योग</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>गिना गया</translation>
    </message>
    <message>
        <source>Counted  {amount}</source>
        <translation>गिना गया  {amount}</translation>
    </message>
</context>
<context>
    <name>CounterActs</name>
    <message>
        <source>asked by {person}</source>
        <translation>{person} ने पूछा</translation>
    </message>
    <message>
        <source>▲ {person}, own act</source>
        <translation>▲ {person}, अपना ही काम</translation>
    </message>
    <message>
        <source>Yes to: {act}</source>
        <translation>हाँ: {act}</translation>
    </message>
    <message>
        <source>Yes to: {act} (not used)</source>
        <translation>हाँ: {act} (काम में नहीं आई)</translation>
    </message>
    <message>
        <source>Cancellation fee waived</source>
        <translation>रद्द करने का शुल्क माफ़</translation>
    </message>
    <message>
        <source>Given back after use</source>
        <translation>उपयोग के बाद लौटाया</translation>
    </message>
    <message>
        <source>Sale voided</source>
        <translation>बिक्री निरस्त</translation>
    </message>
    <message>
        <source>Discount given</source>
        <translation>छूट दी गई</translation>
    </message>
    <message>
        <source>Limit changed: {act}</source>
        <translation>सीमा बदली: {act}</translation>
    </message>
    <message>
        <source>Card refund without its slip</source>
        <translation>कार्ड का रिफ़ंड, पर्ची बाक़ी</translation>
    </message>
    <message>
        <source>Hold extended by ten minutes</source>
        <translation>होल्ड दस मिनट बढ़ाई गई</translation>
    </message>
    <message>
        <source>Hold of another desk ended</source>
        <translation>दूसरे काउंटर की होल्ड ख़त्म की गई</translation>
    </message>
    <message>
        <source>Booking given to another customer</source>
        <translation>बुकिंग दूसरे ग्राहक को दी गई</translation>
    </message>
    <message>
        <source>Two customers made one</source>
        <translation>दो ग्राहक एक किए गए</translation>
    </message>
    <message>
        <source>Mobile number changed</source>
        <translation>मोबाइल नंबर बदला गया</translation>
    </message>
    <message>
        <source>Top-up taken back</source>
        <translation>वॉलेट से वापस लिया गया टॉप-अप</translation>
    </message>
    <message>
        <source>Command run, nobody signed in</source>
        <translation>आदेश चलाया गया, कोई साइन-इन नहीं था</translation>
    </message>
    <message>
        <source>Drawer opened without a sale</source>
        <translation>बिना बिक्री के गल्ला खोला गया</translation>
    </message>
    <message>
        <source>Own close of a shift accepted</source>
        <translation>अपनी ही पाली का हिसाब मंज़ूर किया</translation>
    </message>
    <message>
        <source>PIN set anew by the recovery code</source>
        <translation>रिकवरी कोड से पिन नया किया गया</translation>
    </message>
    <message>
        <source>PIN set anew from the system account</source>
        <translation>सिस्टम खाते से पिन नया किया गया</translation>
    </message>
    <message>
        <source>Completed by a wrong clock, confirmed again</source>
        <translation>ग़लत घड़ी से पूरी हुई, फिर पक्की</translation>
    </message>
    <message>
        <source>Completed booking confirmed again</source>
        <translation>पूरी हुई बुकिंग फिर पक्की</translation>
    </message>
    <message>
        <source>Tender corrected</source>
        <translation>भुगतान का साधन सुधारा गया</translation>
    </message>
    <message>
        <source>{old} corrected to {new}</source>
        <translation>{old} सुधारकर {new}</translation>
    </message>
</context>
<context>
    <name>CounterActsWindow</name>
    <message>
        <source>No slip is missing, and nothing was undone in the last 31 days.</source>
        <translation>कोई पर्ची बाक़ी नहीं है, और पिछले 31 दिनों में कुछ वापस नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Enter  to the slip      O  open the booking      Esc  back</source>
        <translation>Enter  पर्ची पर      O  बुकिंग खोलें      Esc  वापस</translation>
    </message>
    <message>
        <source>Refund slips and counter-acts</source>
        <translation>रिफ़ंड की पर्चियाँ और वापस लिए गए काम</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Counterfoil has a fault</source>
        <translation>Counterfoil में ख़राबी आई</translation>
    </message>
    <message>
        <source>This did not work because of a fault in the program</source>
        <translation>प्रोग्राम की ख़राबी के कारण यह काम नहीं हुआ</translation>
    </message>
    <message>
        <source>Nothing is half done: what was saved before is safe, and holds go on. Look at the booking before you do it again. The report below names no customer.</source>
        <translation>कुछ भी अधूरा नहीं है: जो सहेजा गया था वह सुरक्षित है और होल्ड चलते रहेंगे। दोबारा करने से पहले बुकिंग देख लें। नीचे की रिपोर्ट में किसी ग्राहक का नाम नहीं है।</translation>
    </message>
    <message>
        <source>Report for the developers</source>
        <translation>डेवलपर के लिए रिपोर्ट</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>रिपोर्ट कॉपी करें</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>आगे बढ़ें</translation>
    </message>
</context>
<context>
    <name>CustomerChip</name>
    <message>
        <source>No customer</source>
        <translation>कोई ग्राहक नहीं</translation>
    </message>
    <message>
        <source>wallet {amount}</source>
        <translation>वॉलेट {amount}</translation>
    </message>
</context>
<context>
    <name>CustomerDisplay</name>
    <message>
        <source>For the customer</source>
        <translation>ग्राहक के लिए</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>देय रकम</translation>
    </message>
    <message>
        <source>Scan with any UPI app</source>
        <translation>किसी भी UPI ऐप से स्कैन करें</translation>
    </message>
    <message>
        <source>Payment received, one moment</source>
        <translation>भुगतान मिला, एक पल रुकें</translation>
    </message>
    <message>
        <source>✓  Paid. Thank you!</source>
        <translation>✓  भुगतान हो गया। धन्यवाद!</translation>
    </message>
    <message>
        <source>✓  Received. Left to pay: ₹{left}</source>
        <translation>✓  मिल गया। देना बाकी: ₹{left}</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>स्वागत है</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>Mobile</source>
        <translation>मोबाइल</translation>
    </message>
    <message>
        <source>Customer&apos;s mobile number</source>
        <translation>ग्राहक का मोबाइल नंबर</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Customer&apos;s name</source>
        <translation>ग्राहक का नाम</translation>
    </message>
    <message>
        <source>Known customers</source>
        <translation>पुराने ग्राहक</translation>
    </message>
    <message>
        <source>known · wallet {amount}</source>
        <translation>पुराना · वॉलेट {amount}</translation>
    </message>
    <message>
        <source>known · no wallet</source>
        <translation>जाने-पहचाने · वॉलेट नहीं</translation>
    </message>
    <message>
        <source>new: enter a name</source>
        <translation>नया: नाम लिखें</translation>
    </message>
    <message>
        <source>no number: no wallet, no link</source>
        <translation>नंबर नहीं: न वॉलेट, न लिंक</translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message>
        <source>Mobile number, its last digits, or a name</source>
        <translation>मोबाइल नंबर, उसके आख़िरी अंक, या नाम</translation>
    </message>
    <message>
        <source>Find a customer by mobile number or name</source>
        <translation>मोबाइल नंबर या नाम से ग्राहक खोजें</translation>
    </message>
    <message>
        <source>Nobody is chosen yet. A number that is not known, or a name alone, makes a new customer.</source>
        <translation>अभी कोई नहीं चुना गया। अनजान नंबर, या केवल नाम, नया ग्राहक बनाता है।</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>मिले ग्राहक</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Nobody is chosen: find somebody, or enter a new customer.</source>
        <translation>कोई नहीं चुना गया: किसी को खोजें, या नया ग्राहक दर्ज करें।</translation>
    </message>
    <message>
        <source>Go on with {name}   F9</source>
        <translation>{name} के साथ आगे बढ़ें   F9</translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>बाकी</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>दाम</translation>
    </message>
    <message>
        <source>✕ cancelled</source>
        <translation>✕ रद्द</translation>
    </message>
    <message>
        <source>■ stopped {reason}</source>
        <translation>■ बिक्री बंद {reason}</translation>
    </message>
    <message>
        <source>✕ has left</source>
        <translation>✕ जा चुकी</translation>
    </message>
    <message>
        <source>✕ full</source>
        <translation>✕ फ़ुल</translation>
    </message>
    <message>
        <source>▲ only {count} of {all}</source>
        <translation>▲ सिर्फ़ {count}, कुल {all}</translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation>{count} / {all}</translation>
    </message>
</context>
<context>
    <name>DayOffer</name>
    <message>
        <source>next with {count}: {day}</source>
        <translation>{count} के साथ अगला दिन: {day}</translation>
    </message>
    <message>
        <source>no later day of this calendar has {count}</source>
        <translation>इस कैलेंडर के किसी बाद के दिन {count} नहीं हैं</translation>
    </message>
    <message>
        <source>{day} only {count} left</source>
        <translation>{day} केवल {count} बचे हैं</translation>
    </message>
    <message>
        <source>{day} nothing is left</source>
        <translation>{day} कुछ नहीं बचा</translation>
    </message>
    <message>
        <source>no seat here is called {name}</source>
        <translation>यहाँ {name} नाम की कोई सीट नहीं है</translation>
    </message>
    <message>
        <source>{seat} is {state}</source>
        <translation>{seat} की स्थिति: {state}</translation>
    </message>
    <message>
        <source>no other seat is chosen instead</source>
        <translation>उसकी जगह कोई और सीट नहीं चुनी गई</translation>
    </message>
    <message>
        <source>Seat {name} is for ladies: choose F, or another seat.</source>
        <translation>सीट {name} महिलाओं के लिए है: F चुनें, या दूसरी सीट।</translation>
    </message>
    <message>
        <source>{gone} has left; this is {day}</source>
        <translation>{gone} वाली जा चुकी है; यह {day} है</translation>
    </message>
    <message>
        <source>Tonight</source>
        <translation>आज रात</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
</context>
<context>
    <name>DayOfferBar</name>
    <message>
        <source>Take what is left</source>
        <translation>जो बचा है वह लें</translation>
    </message>
    <message>
        <source>The next day</source>
        <translation>अगला दिन</translation>
    </message>
</context>
<context>
    <name>DayPopup</name>
    <message>
        <source>Days to choose from</source>
        <translation>चुनने के दिन</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>Day sheet</source>
        <translation>दिन का पन्ना</translation>
    </message>
    <message>
        <source>PRACTICE – no real money</source>
        <translation>अभ्यास – असली पैसा नहीं</translation>
    </message>
    <message>
        <source>SALES</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>TAXES</source>
        <translation>कर</translation>
    </message>
    <message>
        <source>MONEY</source>
        <translation>पैसा</translation>
    </message>
    <message>
        <source>OF WHAT WAS TAKEN</source>
        <translation>लिए गए में से</translation>
    </message>
    <message>
        <source>BESIDE IT</source>
        <translation>इसके अलावा</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>बिका</translation>
    </message>
    <message>
        <source>Prices before discount</source>
        <translation>छूट से पहले के दाम</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>छूट</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>शुल्क</translation>
    </message>
    <message>
        <source>Cancelled, as it was sold</source>
        <translation>रद्द, बिक्री के दाम पर</translation>
    </message>
    <message>
        <source>Of it for the customers</source>
        <translation>उसमें से ग्राहकों का</translation>
    </message>
    <message>
        <source>Of it kept</source>
        <translation>उसमें से रखा गया</translation>
    </message>
    <message>
        <source>Kept of deposits</source>
        <translation>अग्रिम में से रखा गया</translation>
    </message>
    <message>
        <source>Sales of the day</source>
        <translation>दिन की बिक्री</translation>
    </message>
    <message>
        <source>Taxable value</source>
        <translation>कर योग्य मूल्य</translation>
    </message>
    <message>
        <source>CGST</source>
        <translation>सीजीएसटी</translation>
    </message>
    <message>
        <source>SGST</source>
        <translation>एसजीएसटी</translation>
    </message>
    <message>
        <source>UTGST</source>
        <translation>यूटीजीएसटी</translation>
    </message>
    <message>
        <source>IGST</source>
        <translation>आईजीएसटी</translation>
    </message>
    <message>
        <source>Taxes together</source>
        <translation>कुल कर</translation>
    </message>
    <message>
        <source>Taken for bookings</source>
        <translation>बुकिंग के लिए लिया</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>लौटाया</translation>
    </message>
    <message>
        <source>Tenders put right later</source>
        <translation>बाद में सुधारे गए भुगतान के तरीके</translation>
    </message>
    <message>
        <source>Paid by companies</source>
        <translation>कंपनियों ने चुकाया</translation>
    </message>
    <message>
        <source>Paid into wallets</source>
        <translation>वॉलेट में डाला</translation>
    </message>
    <message>
        <source>Taken back out of wallets</source>
        <translation>वॉलेट से वापस लिया</translation>
    </message>
    <message>
        <source>Money, in less out</source>
        <translation>पैसा, आया घटा गया</translation>
    </message>
    <message>
        <source>Paid from wallets</source>
        <translation>वॉलेट से चुकाया</translation>
    </message>
    <message>
        <source>Owed by companies</source>
        <translation>कंपनियों पर उधार</translation>
    </message>
    <message>
        <source>Deposits taken</source>
        <translation>लिए गए अग्रिम</translation>
    </message>
    <message>
        <source>Balances taken</source>
        <translation>लिए गए बाकी</translation>
    </message>
    <message>
        <source>Rounding of cash</source>
        <translation>नकद की गोलाई</translation>
    </message>
    <message>
        <source>Gateway money without a booking</source>
        <translation>बिना बुकिंग का गेटवे का पैसा</translation>
    </message>
    <message>
        <source>Decided of such money</source>
        <translation>ऐसे पैसे का निर्णय</translation>
    </message>
    <message>
        <source>Cash put in</source>
        <translation>नकद डाला</translation>
    </message>
    <message>
        <source>Cash to the safe</source>
        <translation>नकद तिजोरी में</translation>
    </message>
    <message>
        <source>Cash paid out</source>
        <translation>नकद दिया गया</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>दिन के अनुसार</translation>
    </message>
    <message>
        <source>by hour</source>
        <translation>घंटे के अनुसार</translation>
    </message>
    <message>
        <source>by desk</source>
        <translation>डेस्क के अनुसार</translation>
    </message>
    <message>
        <source>by person</source>
        <translation>व्यक्ति के अनुसार</translation>
    </message>
    <message>
        <source>by kind</source>
        <translation>प्रकार के अनुसार</translation>
    </message>
    <message>
        <source>by tender</source>
        <translation>भुगतान के तरीके के अनुसार</translation>
    </message>
    <message>
        <source>by class and rate of tax</source>
        <translation>कर की श्रेणी और दर के अनुसार</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>कोई नाम नहीं</translation>
    </message>
    <message>
        <source>several kinds</source>
        <translation>कई प्रकार</translation>
    </message>
    <message>
        <source>no booking</source>
        <translation>बिना बुकिंग</translation>
    </message>
    <message>
        <source>Shift of {person} at {desk}, {begin} until now</source>
        <translation>{desk} पर {person} की पाली, {begin} से अब तक</translation>
    </message>
    <message>
        <source>Shift of {person} at {desk}, {begin} – {end}</source>
        <translation>{desk} पर {person} की पाली, {begin} – {end}</translation>
    </message>
    <message>
        <source>Business day {days}, {begin} – {end}</source>
        <translation>कारोबारी दिन {days}, {begin} – {end}</translation>
    </message>
    <message>
        <source>Calendar day {days}</source>
        <translation>कैलेंडर का दिन {days}</translation>
    </message>
</context>
<context>
    <name>DaySheetWindow</name>
    <message>
        <source>Figure</source>
        <translation>आँकड़ा</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>बुकिंग</translation>
    </message>
    <message>
        <source>Figures of the sheet</source>
        <translation>पन्ने के आँकड़े</translation>
    </message>
    <message>
        <source>Parts of the figure</source>
        <translation>आँकड़े के हिस्से</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>हिस्सा</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>पहला दिन</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>आख़िरी दिन</translation>
    </message>
    <message>
        <source>↑ ↓  figure      Enter  its bookings      → ←  next, day before      D  days      B  business day      S  shifts      1–7  divided by      Ctrl+S  CSV      X  Excel      P  PDF      Ctrl+P  print      Esc  back</source>
        <translation>↑ ↓  आँकड़ा      Enter  उसकी बुकिंग      → ←  अगला, पिछला दिन      D  दिन      B  कारोबारी दिन      S  पाली      1–7  किसके अनुसार      Ctrl+S  CSV      X  Excel      P  PDF      Ctrl+P  छापें      Esc  वापस</translation>
    </message>
    <message>
        <source>Reading ...</source>
        <translation>पढ़ा जा रहा है ...</translation>
    </message>
    <message>
        <source>{figure} is not divided {axis}.</source>
        <translation>{figure}: {axis} नहीं बँटता।</translation>
    </message>
    <message>
        <source>This is about no booking.</source>
        <translation>यह किसी बुकिंग का नहीं है।</translation>
    </message>
    <message>
        <source>Nothing was added to this figure.</source>
        <translation>इस आँकड़े में कुछ नहीं जुड़ा।</translation>
    </message>
    <message>
        <source>{figure}: {amount} in {count}</source>
        <translation>{figure}: {count} में {amount}</translation>
    </message>
    <message>
        <source>There is no day beyond.</source>
        <translation>इसके आगे कोई दिन नहीं है।</translation>
    </message>
    <message>
        <source>No shift has been closed yet.</source>
        <translation>अभी तक कोई पाली बंद नहीं हुई।</translation>
    </message>
    <message>
        <source>There is no shift beyond.</source>
        <translation>इसके आगे कोई पाली नहीं है।</translation>
    </message>
    <message>
        <source>There is no sheet to print.</source>
        <translation>छापने के लिए कोई पन्ना नहीं है।</translation>
    </message>
    <message>
        <source>There is no sheet to save.</source>
        <translation>सहेजने के लिए कोई पन्ना नहीं है।</translation>
    </message>
    <message>
        <source>The file could not be written. {reason}</source>
        <translation>फ़ाइल नहीं लिखी जा सकी। {reason}</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>{path} के रूप में सहेजा गया</translation>
    </message>
    <message>
        <source>Day sheet</source>
        <translation>दिन का पन्ना</translation>
    </message>
</context>
<context>
    <name>DayTable</name>
    <message>
        <source>Days</source>
        <translation>दिन</translation>
    </message>
</context>
<context>
    <name>Departures</name>
    <message>
        <source>{name} on {day} does not take place: {reason}</source>
        <translation>{day} को {name} नहीं चलेगी: {reason}</translation>
    </message>
    <message>
        <source>Nobody has a booking for it any more.</source>
        <translation>अब इसकी कोई बुकिंग नहीं है।</translation>
    </message>
    <message>
        <source>1 booking is hit; {amount} goes back.</source>
        <translation>1 बुकिंग पर असर है; {amount} वापस जाएगा।</translation>
    </message>
    <message>
        <source>{count} bookings are hit; {amount} goes back in all.</source>
        <translation>{count} बुकिंगों पर असर है; कुल {amount} वापस जाएगा।</translation>
    </message>
    <message>
        <source>{amount} of it in cash out of this drawer.</source>
        <translation>उसमें से {amount} इस दराज़ से नक़द।</translation>
    </message>
    <message>
        <source>1 waits until its payment has ended.</source>
        <translation>1 अपना भुगतान पूरा होने तक रुकी है।</translation>
    </message>
    <message>
        <source>{count} wait until their payments have ended.</source>
        <translation>{count} अपने भुगतान पूरे होने तक रुकी हैं।</translation>
    </message>
    <message>
        <source>Release them all</source>
        <translation>सब छोड़ दें</translation>
    </message>
    <message>
        <source>Give all {amount} back</source>
        <translation>पूरा {amount} लौटाएँ</translation>
    </message>
    <message>
        <source>◷ a payment is under way</source>
        <translation>◷ भुगतान चल रहा है</translation>
    </message>
    <message>
        <source>the hold goes on without it</source>
        <translation>होल्ड इसके बिना चलता रहेगा</translation>
    </message>
    <message>
        <source>the hold is released</source>
        <translation>होल्ड छोड़ा जाएगा</translation>
    </message>
    <message>
        <source>nothing was paid for it</source>
        <translation>इसके लिए कुछ नहीं चुकाया गया</translation>
    </message>
    <message>
        <source>1 booking is done; {amount} went back.</source>
        <translation>1 बुकिंग हो गई; {amount} वापस गया।</translation>
    </message>
    <message>
        <source>{count} bookings are done; {amount} went back.</source>
        <translation>{count} बुकिंगें हो गईं; {amount} वापस गया।</translation>
    </message>
    <message>
        <source>{names}: changed since it was listed. Look at the list and give back again.</source>
        <translation>{names}: सूची बनने के बाद बदल गया। सूची देखें और फिर से लौटाएँ।</translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <translation>{count} में से {done} पूरे</translation>
    </message>
</context>
<context>
    <name>DepositBlock</name>
    <message>
        <source>Deposit   D</source>
        <translation>अग्रिम   D</translation>
    </message>
    <message>
        <source>Take only a deposit now</source>
        <translation>अभी केवल अग्रिम लें</translation>
    </message>
    <message>
        <source>Deposit that confirms the booking</source>
        <translation>बुकिंग पक्की करने वाला अग्रिम</translation>
    </message>
    <message>
        <source>{percent} % now, {rest} left to pay by {until}</source>
        <translation>अभी {percent} %, {rest} बाकी, {until} तक देना</translation>
    </message>
    <message>
        <source>The house has no rule for this: a manager has to say yes.</source>
        <translation>इसके लिए घर का कोई नियम नहीं: प्रबंधक की हाँ चाहिए।</translation>
    </message>
    <message>
        <source>The rule asks {least}; less needs a manager.</source>
        <translation>नियम {least} माँगता है; कम के लिए प्रबंधक चाहिए।</translation>
    </message>
</context>
<context>
    <name>DeskLock</name>
    <message>
        <source>Nobody has to sign in here yet. Type staff to write down who works here.</source>
        <translation>यहाँ अभी किसी को साइन इन नहीं करना है। यहाँ काम करने वालों को जोड़ने के लिए कर्मचारी लिखें।</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>The desk is closed: nothing can be entered.</source>
        <translation>डेस्क बंद है: कुछ भी नहीं लिखा जा सकता।</translation>
    </message>
</context>
<context>
    <name>DeskWork</name>
    <message>
        <source>Too soon after another key: nothing was done. Press it once more.</source>
        <translation>दूसरी कुंजी के तुरंत बाद दबाई गई: कुछ नहीं किया गया। एक बार फिर दबाएँ।</translation>
    </message>
    <message>
        <source>read {time}</source>
        <translation>{time} पर पढ़ा</translation>
    </message>
    <message>
        <source>hold again</source>
        <translation>फिर रोकें</translation>
    </message>
    <message>
        <source>Nothing here is called “{line}”. Type a code, a route, a reference or ten digits.</source>
        <translation>“{line}” नाम का यहाँ कुछ नहीं है। कोड, रूट, रेफ़रेंस या दस अंकों का नंबर लिखें।</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Meal plan</source>
        <translation>खाने का प्लान</translation>
    </message>
    <message>
        <source>Boarding point</source>
        <translation>चढ़ने की जगह</translation>
    </message>
    <message>
        <source>Dropping point</source>
        <translation>उतरने की जगह</translation>
    </message>
    <message>
        <source>Meals</source>
        <translation>खाना</translation>
    </message>
    <message>
        <source>From</source>
        <translation>कहाँ से</translation>
    </message>
    <message>
        <source>To</source>
        <translation>कहाँ तक</translation>
    </message>
    <message>
        <source>{stop}  ✕ passed</source>
        <translation>{stop}  ✕ निकल चुकी</translation>
    </message>
</context>
<context>
    <name>Discount</name>
    <message>
        <source>complimentary</source>
        <translation>मानार्थ</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>कर्मचारी</translation>
    </message>
    <message>
        <source>goodwill</source>
        <translation>सद्भाव</translation>
    </message>
    <message>
        <source>regular guest</source>
        <translation>नियमित ग्राहक</translation>
    </message>
    <message>
        <source>fault of the house</source>
        <translation>प्रतिष्ठान की गलती</translation>
    </message>
</context>
<context>
    <name>DiscountRow</name>
    <message>
        <source>Why a discount is given</source>
        <translation>छूट क्यों दी जाती है</translation>
    </message>
    <message>
        <source>why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <source>Choose first what the discount is for.</source>
        <translation>पहले चुनें कि छूट किस पर है।</translation>
    </message>
    <message>
        <source>Take {amount} off   Enter</source>
        <translation>{amount} कम करें   Enter</translation>
    </message>
    <message>
        <source>Say why: a figure from 1 to 5, or in words.</source>
        <translation>कारण बताएँ: 1 से 5 तक का अंक, या शब्दों में।</translation>
    </message>
</context>
<context>
    <name>DocumentWindow</name>
    <message>
        <source>Print   Enter</source>
        <translation>छापें   Enter</translation>
    </message>
    <message>
        <source>Save as PDF   Ctrl+S</source>
        <translation>PDF सहेजें   Ctrl+S</translation>
    </message>
    <message>
        <source>For the supplier   D</source>
        <translation>विक्रेता की प्रति   D</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>वापस   Esc</translation>
    </message>
    <message>
        <source>Size {size}   Z</source>
        <translation>आकार {size}   Z</translation>
    </message>
    <message>
        <source>In English   G</source>
        <translation>अंग्रेज़ी में   G</translation>
    </message>
    <message>
        <source>In Hindi   G</source>
        <translation>हिंदी में   G</translation>
    </message>
    <message>
        <source>The PDF could not be written to {folder}. Check the folder and its space.</source>
        <translation>PDF {folder} में नहीं लिखा जा सका। फ़ोल्डर और उसकी जगह जाँचें।</translation>
    </message>
    <message>
        <source>{number} is saved as {printer}.</source>
        <translation>{number} {printer} में सहेजा गया।</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Paid for the whole booking by</source>
        <translation>पूरी बुकिंग का भुगतान</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>भुगतान का तरीका</translation>
    </message>
    <message>
        <source>SAC</source>
        <translation>SAC</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>छूट</translation>
    </message>
    <message>
        <source>Taxable value</source>
        <translation>कर योग्य मूल्य</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Given back to</source>
        <translation>वापसी कहाँ</translation>
    </message>
    <message>
        <source>PRACTICE – no real money, not valid</source>
        <translation>अभ्यास – असली पैसे नहीं, मान्य नहीं</translation>
    </message>
    <message>
        <source>COPY {number}</source>
        <translation>प्रति {number}</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>बुकिंग</translation>
    </message>
    <message>
        <source>Acknowledgement {number} of {moment}</source>
        <translation>पावती {number}, {moment}</translation>
    </message>
    <message>
        <source>Telephone {number}</source>
        <translation>फ़ोन {number}</translation>
    </message>
    <message>
        <source>PIN {code}</source>
        <translation>पिन {code}</translation>
    </message>
    <message>
        <source>Answers {papers}</source>
        <translation>इनके उत्तर में: {papers}</translation>
    </message>
    <message>
        <source>Sets off {papers}</source>
        <translation>इनका समायोजन: {papers}</translation>
    </message>
    <message>
        <source>Place of supply: {place}</source>
        <translation>आपूर्ति का स्थान: {place}</translation>
    </message>
    <message>
        <source>Reverse charge: No</source>
        <translation>रिवर्स चार्ज: नहीं</translation>
    </message>
    <message>
        <source>Desk {desk}, {clerk}</source>
        <translation>डेस्क {desk}, {clerk}</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>What</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>In place of {number}</source>
        <translation>{number} की जगह</translation>
    </message>
    <message>
        <source>GST</source>
        <translation>GST</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>In words: {words}.</source>
        <translation>शब्दों में: {words}।</translation>
    </message>
    <message>
        <source>Receipt for a deposit: the booking is confirmed. The tax receipt is made when the rest is paid.</source>
        <translation>अग्रिम की रसीद: बुकिंग पक्की है। कर रसीद बाकी रकम चुकने पर बनती है।</translation>
    </message>
    <message>
        <source>Valid from now on. What was paid stands on the receipt that was printed before.</source>
        <translation>अब से मान्य। भुगतान पहले छपी रसीद पर लिखा है।</translation>
    </message>
    <message>
        <source>Show the code at the desk.</source>
        <translation>डेस्क पर कोड दिखाएँ।</translation>
    </message>
    <message>
        <source>Cancelling: {policy}</source>
        <translation>रद्द करने पर: {policy}</translation>
    </message>
    <message>
        <source>Amounts in rupees.</source>
        <translation>रकम रुपये में।</translation>
    </message>
    <message>
        <source>Amounts in rupees. Show the code at the desk to find this booking.</source>
        <translation>रकम रुपये में। बुकिंग खोजने के लिए यह कोड डेस्क पर दिखाएँ।</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>काग़ज़</translation>
    </message>
    <message>
        <source>was {unit}</source>
        <translation>पहले {unit}</translation>
    </message>
    <message>
        <source>Before tax</source>
        <translation>टैक्स से पहले</translation>
    </message>
    <message>
        <source>Discount {code}</source>
        <translation>छूट {code}</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>शुल्क</translation>
    </message>
    <message>
        <source>each</source>
        <translation>हर एक पर</translation>
    </message>
    <message>
        <source>1 night</source>
        <translation>1 रात</translation>
    </message>
    <message>
        <source>{count} nights</source>
        <translation>{count} रातें</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 व्यक्ति</translation>
    </message>
    <message>
        <source>{count} persons</source>
        <translation>{count} व्यक्ति</translation>
    </message>
    <message>
        <source>Place of supply: {state} ({code})</source>
        <translation>आपूर्ति का स्थान: {state} ({code})</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>दाम</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>मूल्य</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>रकम वापस</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>Advance set off</source>
        <translation>अग्रिम समायोजित</translation>
    </message>
    <message>
        <source>Still due</source>
        <translation>अब देय</translation>
    </message>
    <message>
        <source>Round off in cash</source>
        <translation>नकद में राउंड ऑफ़</translation>
    </message>
    <message>
        <source>{number} of {day}</source>
        <translation>{number} दिनांक {day}</translation>
    </message>
    <message>
        <source>Due back</source>
        <translation>वापस देय</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>लौटाया गया</translation>
    </message>
    <message>
        <source>Kept by the house</source>
        <translation>रखा गया</translation>
    </message>
    <message>
        <source>Kept of it for what was cancelled</source>
        <translation>रद्द हुए भाग के लिए रखा गया</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>नकद मिला</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>लौटाया</translation>
    </message>
    <message>
        <source>Paid so far</source>
        <translation>अब तक भुगतान</translation>
    </message>
    <message>
        <source>Advance taken</source>
        <translation>अग्रिम लिया</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>बाकी रकम</translation>
    </message>
    <message>
        <source>Left to pay: {left}, by {day}, {clock}.</source>
        <translation>देना बाकी: {left}, {day}, {clock} तक।</translation>
    </message>
    <message>
        <source>Not refundable.</source>
        <translation>रिफ़ंड नहीं मिलेगा।</translation>
    </message>
    <message>
        <source>For {seller}</source>
        <translation>कृते {seller}</translation>
    </message>
    <message>
        <source>Authorised signatory: ____________________</source>
        <translation>अधिकृत हस्ताक्षर: ____________________</translation>
    </message>
    <message>
        <source>Receipt for an advance. The tax invoice is made when it is supplied.</source>
        <translation>अग्रिम की रसीद। कर बीजक सेवा दिए जाने पर बनेगा।</translation>
    </message>
    <message>
        <source>The tax is inside the sum.</source>
        <translation>कर इस रकम में शामिल है।</translation>
    </message>
    <message>
        <source>Stored money for later bookings: no supply, no tax.</source>
        <translation>आगे की बुकिंग के लिए जमा रकम: कोई आपूर्ति नहीं, कोई कर नहीं।</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>कारण: {reason}</translation>
    </message>
    <message>
        <source>Composition taxable person, not eligible to collect tax on supplies</source>
        <translation>कंपोज़ीशन करदाता, आपूर्ति पर कर वसूलने का पात्र नहीं (Composition taxable person, not eligible to collect tax on supplies)</translation>
    </message>
    <message>
        <source>Supply to SEZ unit or SEZ developer for authorised operations on payment of integrated tax</source>
        <translation>SEZ इकाई या विकासकर्ता को अधिकृत कार्यों के लिए आपूर्ति, एकीकृत कर के भुगतान पर (Supply to SEZ unit or SEZ developer for authorised operations on payment of integrated tax)</translation>
    </message>
    <message>
        <source>Supply to SEZ unit or SEZ developer for authorised operations under bond or letter of undertaking without payment of integrated tax</source>
        <translation>SEZ इकाई या विकासकर्ता को अधिकृत कार्यों के लिए आपूर्ति, बंधपत्र या वचनपत्र के अधीन, एकीकृत कर के भुगतान के बिना (Supply to SEZ unit or SEZ developer for authorised operations under bond or letter of undertaking without payment of integrated tax)</translation>
    </message>
    <message>
        <source>I/We hereby declare that though our aggregate turnover in any preceding financial year from 2017-18 onwards is more than the aggregate turnover notified under sub-rule (4) of rule 48, we are not required to prepare an invoice in terms of the provisions of the said sub-rule.</source>
        <translation>मैं/हम घोषणा करते हैं कि 2017-18 से किसी पूर्व वित्तीय वर्ष में हमारा कुल कारोबार नियम 48 के उपनियम (4) में अधिसूचित कुल कारोबार से अधिक है, फिर भी उक्त उपनियम के अनुसार बीजक तैयार करना हमारे लिए आवश्यक नहीं है।</translation>
    </message>
    <message>
        <source>Cancelling {thing}: {policy}</source>
        <translation>{thing} रद्द करने पर: {policy}</translation>
    </message>
    <message>
        <source>{rate} back until {hours} h before the start</source>
        <translation>शुरू होने से {hours} घंटे पहले तक {rate} वापस</translation>
    </message>
    <message>
        <source>{rate} back until the start</source>
        <translation>शुरू होने तक {rate} वापस</translation>
    </message>
    <message>
        <source>entered as {tender} at first</source>
        <translation>पहले {tender} के रूप में दर्ज</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>वॉलेट</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>नकद</translation>
    </message>
    <message>
        <source>Card machine</source>
        <translation>कार्ड मशीन</translation>
    </message>
    <message>
        <source>UPI, own QR code</source>
        <translation>UPI, अपना QR कोड</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>बैंक ट्रांसफ़र</translation>
    </message>
    <message>
        <source>Cheque</source>
        <translation>चेक</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>खाते पर</translation>
    </message>
    <message>
        <source>Razorpay</source>
        <translation>Razorpay</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>लौटाया गया</translation>
    </message>
    <message>
        <source>not yet, the desk is looking after it</source>
        <translation>अभी नहीं, डेस्क देख रहा है</translation>
    </message>
    <message>
        <source>on its way, 5 to 7 days</source>
        <translation>भेजा गया, 5 से 7 दिन</translation>
    </message>
    <message>
        <source>by its policy, nothing</source>
        <translation>नियम से, कुछ नहीं</translation>
    </message>
    <message>
        <source>by its policy</source>
        <translation>नियम से</translation>
    </message>
    <message>
        <source>cancelled by the house, all of it</source>
        <translation>संचालक ने रद्द किया, पूरे पैसे</translation>
    </message>
    <message>
        <source>its time was changed by the house, all of it</source>
        <translation>संचालक ने समय बदला, पूरे पैसे</translation>
    </message>
    <message>
        <source>sold by mistake, all of it</source>
        <translation>ग़लती से बिका, पूरे पैसे</translation>
    </message>
    <message>
        <source>only held, all that was paid</source>
        <translation>सिर्फ़ होल्ड था, जितना दिया उतना</translation>
    </message>
    <message>
        <source>its cancellation fee waived</source>
        <translation>रद्द करने का शुल्क माफ़</translation>
    </message>
    <message>
        <source>given back afterwards</source>
        <translation>बाद में लौटाया गया</translation>
    </message>
    <message>
        <source>Z slip</source>
        <translation>ज़ेड पर्ची</translation>
    </message>
    <message>
        <source>Wallet top-ups, cash</source>
        <translation>वॉलेट में जमा, नकद</translation>
    </message>
    <message>
        <source>Top-ups taken back, cash</source>
        <translation>वापस ली गई जमा, नकद</translation>
    </message>
    <message>
        <source>Cash put in</source>
        <translation>गल्ले में डाली नकदी</translation>
    </message>
    <message>
        <source>Dropped to the safe</source>
        <translation>तिजोरी में रखा</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>खर्च दिया</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>होल्ड</translation>
    </message>
    <message>
        <source>Payment under way</source>
        <translation>भुगतान चल रहा है</translation>
    </message>
    <message>
        <source>Refund under way</source>
        <translation>वापसी चल रही है</translation>
    </message>
    <message>
        <source>Card refund without its slip</source>
        <translation>कार्ड का रिफ़ंड, पर्ची बाक़ी</translation>
    </message>
    <message>
        <source>Opened {moment}</source>
        <translation>{moment} को खुली</translation>
    </message>
    <message>
        <source>Closed {moment} by {clerk}</source>
        <translation>{moment} को {clerk} ने बंद की</translation>
    </message>
    <message>
        <source>Part of {day}: {count} sales</source>
        <translation>{day} का भाग: {count} बिक्री</translation>
    </message>
    <message>
        <source>{day}: {count} sales</source>
        <translation>{day}: {count} बिक्री</translation>
    </message>
    <message>
        <source>Taken: {tender}</source>
        <translation>लिया: {tender}</translation>
    </message>
    <message>
        <source>Given back: {tender}</source>
        <translation>लौटाया: {tender}</translation>
    </message>
    <message>
        <source>Float at the opening</source>
        <translation>शुरुआती नकदी</translation>
    </message>
    <message>
        <source>Float, more than was left before</source>
        <translation>शुरुआती नकदी, पहले छोड़ी गई से ज़्यादा</translation>
    </message>
    <message>
        <source>Cash expected</source>
        <translation>नकदी, बही के अनुसार</translation>
    </message>
    <message>
        <source>Cash counted</source>
        <translation>गिनी गई नकदी</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>अंतर</translation>
    </message>
    <message>
        <source>To the safe</source>
        <translation>तिजोरी में</translation>
    </message>
    <message>
        <source>Stays for the next shift</source>
        <translation>अगली पाली के लिए रहा</translation>
    </message>
    <message>
        <source>To over and short</source>
        <translation>घट-बढ़ खाते में</translation>
    </message>
    <message>
        <source>A desk without cash: nothing was counted.</source>
        <translation>बिना नकदी का काउंटर: कुछ नहीं गिना गया।</translation>
    </message>
    <message>
        <source>Cards expected</source>
        <translation>कार्ड, बही के अनुसार</translation>
    </message>
    <message>
        <source>Card machine&apos;s slip</source>
        <translation>कार्ड मशीन की पर्ची</translation>
    </message>
    <message>
        <source>Difference of the cards</source>
        <translation>कार्ड का अंतर</translation>
    </message>
    <message>
        <source>Goes on after this close</source>
        <translation>इस बंद के बाद भी चलेगा</translation>
    </message>
    <message>
        <source>Seal: record {number} of the journal, {first} ... {last}</source>
        <translation>मुहर: रोज़नामचे का रिकॉर्ड {number}, {first} ... {last}</translation>
    </message>
    <message>
        <source>Last numbers: {numbers}</source>
        <translation>अंतिम नंबर: {numbers}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>रिकवरी कोड</translation>
    </message>
    <message>
        <source>{business}: manager {manager}</source>
        <translation>{business}: मैनेजर {manager}</translation>
    </message>
    <message>
        <source>With it the manager gets a new PIN. Keep it where no clerk finds it; show it to nobody.</source>
        <translation>इससे मैनेजर को नया PIN मिलता है। इसे ऐसी जगह रखें जहाँ कोई क्लर्क न पाए; किसी को न दिखाएँ।</translation>
    </message>
    <message>
        <source>DUPLICATE FOR SUPPLIER</source>
        <translation>आपूर्तिकर्ता की प्रति</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>पृष्ठ {page} / {pages}</translation>
    </message>
    <message>
        <source>Tax invoice</source>
        <translation>कर बीजक (Tax invoice)</translation>
    </message>
    <message>
        <source>Ticket / tax invoice</source>
        <translation>टिकट / कर बीजक (Ticket / tax invoice)</translation>
    </message>
    <message>
        <source>Bill of supply</source>
        <translation>आपूर्ति बिल (Bill of supply)</translation>
    </message>
    <message>
        <source>Invoice-cum-bill of supply</source>
        <translation>बीजक-सह-आपूर्ति बिल (Invoice-cum-bill of supply)</translation>
    </message>
    <message>
        <source>Receipt voucher</source>
        <translation>प्राप्ति वाउचर (Receipt voucher)</translation>
    </message>
    <message>
        <source>Refund voucher</source>
        <translation>वापसी वाउचर (Refund voucher)</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>जमा पत्र (Credit note)</translation>
    </message>
    <message>
        <source>Debit note</source>
        <translation>नामे पत्र (Debit note)</translation>
    </message>
    <message>
        <source>Financial note</source>
        <translation>वित्तीय पत्र</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>रसीद</translation>
    </message>
    <message>
        <source>Receipt for a deposit</source>
        <translation>जमा की रसीद</translation>
    </message>
    <message>
        <source>Receipt for a refund</source>
        <translation>वापसी की रसीद</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>टिकट</translation>
    </message>
    <message>
        <source>Payment slip</source>
        <translation>भुगतान पर्ची</translation>
    </message>
    <message>
        <source>Refund slip</source>
        <translation>वापसी पर्ची</translation>
    </message>
    <message>
        <source>Money receipt</source>
        <translation>रकम की रसीद</translation>
    </message>
    <message>
        <source>Proforma invoice</source>
        <translation>प्रोफ़ॉर्मा बीजक (Proforma invoice)</translation>
    </message>
    <message>
        <source>Ticket / bill of supply</source>
        <translation>टिकट / आपूर्ति बिल (Ticket / bill of supply)</translation>
    </message>
    <message>
        <source>Complimentary voucher</source>
        <translation>निःशुल्क वाउचर</translation>
    </message>
    <message>
        <source>Complimentary ticket</source>
        <translation>निःशुल्क टिकट</translation>
    </message>
    <message>
        <source>Waiting for IRN, not a tax invoice</source>
        <translation>IRN की प्रतीक्षा में, यह कर बीजक नहीं है</translation>
    </message>
    <message>
        <source>Cancellation charge</source>
        <translation>रद्दीकरण शुल्क</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>नहीं आए (no-show)</translation>
    </message>
    <message>
        <source>Cancelled by the house: all goes back</source>
        <translation>हमारी ओर से रद्द: पूरी रकम वापस</translation>
    </message>
    <message>
        <source>Small sale: its tax stands on the day&apos;s consolidated invoice</source>
        <translation>छोटी बिक्री: इसका कर दिन के समेकित बीजक पर है</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>निःशुल्क</translation>
    </message>
    <message>
        <source>Consolidated invoice of small sales</source>
        <translation>छोटी बिक्रियों का समेकित बीजक</translation>
    </message>
    <message>
        <source>Kept later: made from what was known on {day}</source>
        <translation>बाद में रखा गया: {day} को ज्ञात बातों से बनाया गया</translation>
    </message>
    <message>
        <source>ORIGINAL FOR RECIPIENT</source>
        <translation>ग्राहक की मूल प्रति (ORIGINAL FOR RECIPIENT)</translation>
    </message>
    <message>
        <source>If you can read this to the right edge, papers come out of this printer.</source>
        <translation>अगर यह दाएँ किनारे तक पढ़ा जा सके, तो इस प्रिंटर से काग़ज़ निकलते हैं।</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Shift opened with its float</source>
        <translation>खुले पैसों के साथ पाली खोली गई</translation>
    </message>
    <message>
        <source>Shift counted, closed and sealed</source>
        <translation>पाली गिनी, बंद और मुहरबंद की गई</translation>
    </message>
    <message>
        <source>Drawer counted once more before the seal</source>
        <translation>मुहर से पहले गल्ला फिर गिना गया</translation>
    </message>
    <message>
        <source>Drawer handed over</source>
        <translation>गल्ला सौंपा गया</translation>
    </message>
    <message>
        <source>Cash put into the drawer</source>
        <translation>गल्ले में नकद डाला गया</translation>
    </message>
    <message>
        <source>Cash put into the safe</source>
        <translation>तिजोरी में नकद रखा गया</translation>
    </message>
    <message>
        <source>Cash paid out of the drawer</source>
        <translation>गल्ले से नकद दिया गया</translation>
    </message>
</context>
<context>
    <name>DrawerHint</name>
    <message>
        <source>By the books this drawer holds less than the {need} in cash that is to go out of it.</source>
        <translation>बही के अनुसार इस गल्ले में उतनी नकदी नहीं है जितनी निकालनी है: {need}।</translation>
    </message>
    <message>
        <source>By the books this drawer holds {holds}, and {need} in cash is to go out of it.</source>
        <translation>बहीखाते के हिसाब से इस दराज़ में {holds} हैं, और उसमें से {need} नकद निकलने हैं।</translation>
    </message>
</context>
<context>
    <name>DrawerOpener</name>
    <message>
        <source>Why the drawer is opened</source>
        <translation>गल्ला क्यों खोला जा रहा है</translation>
    </message>
    <message>
        <source>Why: change for a customer, a torn note ...</source>
        <translation>क्यों: ग्राहक को छुट्टा, फटा नोट ...</translation>
    </message>
    <message>
        <source>Open the drawer   Enter</source>
        <translation>गल्ला खोलें   Enter</translation>
    </message>
    <message>
        <source>The opening of the drawer is written down.</source>
        <translation>गल्ला खोलना दर्ज हो गया।</translation>
    </message>
</context>
<context>
    <name>DrawerPanel</name>
    <message>
        <source>Others sell into this drawer under their own name</source>
        <translation>दूसरे भी अपने नाम से इस गल्ले में बेच सकते हैं</translation>
    </message>
    <message>
        <source>This desk has no cash drawer</source>
        <translation>इस काउंटर पर नकद का गल्ला नहीं है</translation>
    </message>
    <message>
        <source>Why the float is another</source>
        <translation>खुले पैसे अलग क्यों हैं</translation>
    </message>
    <message>
        <source>Slip of the card machine</source>
        <translation>कार्ड मशीन की पर्ची</translation>
    </message>
    <message>
        <source>Stays in the drawer</source>
        <translation>गल्ले में रहेगा</translation>
    </message>
    <message>
        <source>Code of the next person</source>
        <translation>अगले व्यक्ति का कोड</translation>
    </message>
    <message>
        <source>PIN of the next person</source>
        <translation>अगले व्यक्ति का पिन</translation>
    </message>
</context>
<context>
    <name>DueTable</name>
    <message>
        <source>Forms to hand in</source>
        <translation>जमा करने के फ़ॉर्म</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>कब तक</translation>
    </message>
    <message>
        <source>Form of</source>
        <translation>किसका फ़ॉर्म</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>अतिथि</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>पासपोर्ट</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>बुकिंग</translation>
    </message>
    <message>
        <source>departure</source>
        <translation>प्रस्थान</translation>
    </message>
    <message>
        <source>arrival</source>
        <translation>आगमन</translation>
    </message>
    <message>
        <source>▲ overdue since {moment}</source>
        <translation>▲ {moment} से बाक़ी</translation>
    </message>
    <message>
        <source>in {hours} h, {moment}</source>
        <translation>{hours} घंटे में, {moment}</translation>
    </message>
</context>
<context>
    <name>EndingNotice</name>
    <message>
        <source>{names}: the last day on sale was {day}. Import rates to go on.</source>
        <translation>{names}: बिक्री का आख़िरी दिन {day} था। आगे बेचने के लिए दरें आयात करें।</translation>
    </message>
    <message>
        <source>{names}: on sale until {day} only. Import rates for later days.</source>
        <translation>{names}: बिक्री केवल {day} तक है। बाद के दिनों की दरें आयात करें।</translation>
    </message>
</context>
<context>
    <name>ExtendButton</name>
    <message>
        <source>This hold can’t be made longer.</source>
        <translation>यह होल्ड और नहीं बढ़ सकती।</translation>
    </message>
</context>
<context>
    <name>ExtendHold</name>
    <message>
        <source>10 minutes more, until {time}   E</source>
        <translation>10 मिनट और, {time} तक   E</translation>
    </message>
    <message>
        <source>{reference} is held until {time}.</source>
        <translation>{reference} {time} तक होल्ड है।</translation>
    </message>
    <message>
        <source>The code was made anew: show the new one.</source>
        <translation>कोड नया बना है: नया कोड दिखाइए।</translation>
    </message>
    <message>
        <source>The open code stays: money may be under way on it.</source>
        <translation>खुला कोड वैसा ही है: उस पर पैसा रास्ते में हो सकता है।</translation>
    </message>
    <message>
        <source>The old code is closed: ask for the money again.</source>
        <translation>पुराना कोड बंद है: पैसा फिर से माँगिए।</translation>
    </message>
    <message>
        <source>The customer has paid meanwhile.</source>
        <translation>ग्राहक ने इस बीच पैसा दे दिया है।</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>the clock was set</source>
        <translation>घड़ी लगाई गई</translation>
    </message>
    <message>
        <source>account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>कोशिशें</translation>
    </message>
    <message>
        <source>card</source>
        <translation>कार्ड</translation>
    </message>
    <message>
        <source>left to pay</source>
        <translation>देना बाकी</translation>
    </message>
    <message>
        <source>to be paid by</source>
        <translation>कब तक देना</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>नकद</translation>
    </message>
    <message>
        <source>deposit</source>
        <translation>अग्रिम</translation>
    </message>
    <message>
        <source>not paid, not owed</source>
        <translation>न दिया, न देना</translation>
    </message>
    <message>
        <source>until</source>
        <translation>तक</translation>
    </message>
    <message>
        <source>claims placed</source>
        <translation>रोके गए</translation>
    </message>
    <message>
        <source>claims released</source>
        <translation>छोड़े गए</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>कन्फ़र्म</translation>
    </message>
    <message>
        <source>drawer</source>
        <translation>गल्ला</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>माँगी गई रकम</translation>
    </message>
    <message>
        <source>expires</source>
        <translation>समाप्ति</translation>
    </message>
    <message>
        <source>found by</source>
        <translation>कैसे मिला</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>गेटवे</translation>
    </message>
    <message>
        <source>gateway payment</source>
        <translation>गेटवे भुगतान</translation>
    </message>
    <message>
        <source>gateway refund</source>
        <translation>गेटवे रिफ़ंड</translation>
    </message>
    <message>
        <source>gateway says</source>
        <translation>गेटवे का कहना</translation>
    </message>
    <message>
        <source>instrument</source>
        <translation>माध्यम</translation>
    </message>
    <message>
        <source>instrument kind</source>
        <translation>माध्यम का प्रकार</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>रखा गया</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>last error</source>
        <translation>आख़िरी त्रुटि</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>लाइनें</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>मोबाइल</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>तरीका</translation>
    </message>
    <message>
        <source>new status</source>
        <translation>नई स्थिति</translation>
    </message>
    <message>
        <source>old status</source>
        <translation>पुरानी स्थिति</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>proposal</source>
        <translation>सुझाव</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>received</source>
        <translation>मिला</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>रेफ़रेंस</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>रिफ़ंड</translation>
    </message>
    <message>
        <source>refund mode</source>
        <translation>रिफ़ंड का तरीका</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>लौटाया</translation>
    </message>
    <message>
        <source>rounding in cash</source>
        <translation>नकद में पूर्णांकन</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>होल्ड</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>निर्णय</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>नियम</translation>
    </message>
    <message>
        <source>sales</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>tender</source>
        <translation>भुगतान का तरीका</translation>
    </message>
    <message>
        <source>total</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>units</source>
        <translation>इकाइयाँ</translation>
    </message>
    <message>
        <source>what</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>before</source>
        <translation>पहले</translation>
    </message>
    <message>
        <source>now</source>
        <translation>अब</translation>
    </message>
    <message>
        <source>use</source>
        <translation>उपयोग</translation>
    </message>
    <message>
        <source>wallet</source>
        <translation>वॉलेट</translation>
    </message>
    <message>
        <source>wallet after</source>
        <translation>बाद में वॉलेट</translation>
    </message>
    <message>
        <source>wallet before</source>
        <translation>पहले वॉलेट</translation>
    </message>
    <message>
        <source>more than is left of it</source>
        <translation>जितना बचा है उससे ज़्यादा</translation>
    </message>
    <message>
        <source>card link</source>
        <translation>कार्ड लिंक</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>डेस्क</translation>
    </message>
    <message>
        <source>failed at the bank</source>
        <translation>बैंक में विफल</translation>
    </message>
    <message>
        <source>given back in full already</source>
        <translation>पहले ही पूरा लौटाया जा चुका</translation>
    </message>
    <message>
        <source>gone back already</source>
        <translation>पहले ही लौट चुका</translation>
    </message>
    <message>
        <source>too little in the account there</source>
        <translation>वहाँ के खाते में कम पैसे</translation>
    </message>
    <message>
        <source>late</source>
        <translation>देर से</translation>
    </message>
    <message>
        <source>lost from the books</source>
        <translation>बही से खोया</translation>
    </message>
    <message>
        <source>link</source>
        <translation>लिंक</translation>
    </message>
    <message>
        <source>not ours</source>
        <translation>हमारा नहीं</translation>
    </message>
    <message>
        <source>qr</source>
        <translation>QR (UPI)</translation>
    </message>
    <message>
        <source>razorpay</source>
        <translation>गेटवे</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>देख लिया</translation>
    </message>
    <message>
        <source>payout</source>
        <translation>भेजी गई राशि</translation>
    </message>
    <message>
        <source>row</source>
        <translation>पंक्ति</translation>
    </message>
    <message>
        <source>kind there</source>
        <translation>वहाँ का प्रकार</translation>
    </message>
    <message>
        <source>UTR</source>
        <translation>यूटीआर</translation>
    </message>
    <message>
        <source>described</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>dispute</source>
        <translation>विवाद</translation>
    </message>
    <message>
        <source>amount there</source>
        <translation>वहाँ की राशि</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>पंक्तियाँ</translation>
    </message>
    <message>
        <source>bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>हमारा</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>The gateway takes no less than ₹1.00: take {amount} in cash or from the wallet.</source>
        <translation>गेटवे ₹1.00 से कम नहीं लेता: {amount} नकद या वॉलेट से लें।</translation>
    </message>
    <message>
        <source>Something went wrong inside the program; the log has it. Nothing was half done: try again.</source>
        <translation>प्रोग्राम में कुछ गड़बड़ हुई; लॉग में दर्ज है। कुछ अधूरा नहीं है: फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Somebody else has just taken it. Choose another one.</source>
        <translation>किसी और ने इसे अभी ले लिया। दूसरा चुनें।</translation>
    </message>
    <message>
        <source>{names}: somebody else has just taken it. Choose another one.</source>
        <translation>{names}: किसी और ने अभी ले लिया। दूसरा चुनें।</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>कारण नहीं बताया</translation>
    </message>
    <message>
        <source>{name} is not sold on {day}: the manager stopped it ({reason}).</source>
        <translation>{day} को {name} नहीं बिकेगा: मैनेजर ने बिक्री रोकी है ({reason})।</translation>
    </message>
    <message>
        <source>{name} on {day} does not take place. Choose another day.</source>
        <translation>{day} को {name} नहीं चलेगा। दूसरा दिन चुनें।</translation>
    </message>
    <message>
        <source>{name} is not on sale on {day}. Choose another day.</source>
        <translation>{day} को {name} बिक्री पर नहीं है। दूसरा दिन चुनें।</translation>
    </message>
    <message>
        <source>{name} is not sold any more. Choose something else.</source>
        <translation>{name} अब नहीं बिकता। कुछ और चुनें।</translation>
    </message>
    <message>
        <source>This price is older than ten minutes. Press F5 for a new one, then hold it.</source>
        <translation>यह दाम दस मिनट से पुराना है। नए दाम के लिए F5 दबाएँ, फिर होल्ड करें।</translation>
    </message>
    <message>
        <source>No tax rule covers this {kind} on that day. The manager has to enter one first.</source>
        <translation>उस दिन {kind} के लिए टैक्स नियम नहीं है। पहले मैनेजर को नियम डालना होगा।</translation>
    </message>
    <message>
        <source>The ten minutes of {reference} are over and its units are free again. Quote it anew.</source>
        <translation>{reference} के दस मिनट पूरे हो गए और सब फिर खाली है। नया कोटेशन बनाएँ।</translation>
    </message>
    <message>
        <source>still held</source>
        <translation>अभी होल्ड पर</translation>
    </message>
    <message>
        <source>paid in part</source>
        <translation>आधा भुगतान हुआ</translation>
    </message>
    <message>
        <source>already confirmed</source>
        <translation>पहले ही कन्फ़र्म</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>समय समाप्त</translation>
    </message>
    <message>
        <source>already cancelled</source>
        <translation>पहले ही रद्द</translation>
    </message>
    <message>
        <source>already completed</source>
        <translation>पहले ही पूरी</translation>
    </message>
    <message>
        <source>paid another way in part</source>
        <translation>कुछ हद तक किसी और तरह से चुकाया गया</translation>
    </message>
    <message>
        <source>{reference} is {state}, so this can&apos;t be done to it.</source>
        <translation>{reference}: {state}। इसलिए यह नहीं हो सकता।</translation>
    </message>
    <message>
        <source>A night in the middle of a stay can&apos;t be given back by itself. Choose nights at its beginning or its end.</source>
        <translation>ठहरने के बीच की रात अकेले वापस नहीं हो सकती। शुरू या आख़िर की रातें चुनें।</translation>
    </message>
    <message>
        <source>What was chosen of {reference} has ended, was used, or is part of a hold. Read it again with F5.</source>
        <translation>{reference} का चुना हुआ हिस्सा ख़त्म हो चुका, इस्तेमाल हो चुका या होल्ड का भाग है। F5 से फिर पढ़ें।</translation>
    </message>
    <message>
        <source>the time for that is over</source>
        <translation>इसका समय निकल गया</translation>
    </message>
    <message>
        <source>it has begun since it was sold</source>
        <translation>बिकने के बाद वह शुरू हो चुका</translation>
    </message>
    <message>
        <source>a part of it has ended already</source>
        <translation>उसका एक हिस्सा पहले ही ख़त्म हो चुका</translation>
    </message>
    <message>
        <source>another drawer took the money</source>
        <translation>पैसा दूसरी दराज़ ने लिया</translation>
    </message>
    <message>
        <source>{reference} can&apos;t be voided: {why}. Cancel it by its policy.</source>
        <translation>{reference} निरस्त नहीं हो सकती: {why}। इसे नियम के अनुसार रद्द करें।</translation>
    </message>
    <message>
        <source>it was not taken by hand</source>
        <translation>यह हाथ से नहीं लिया गया था</translation>
    </message>
    <message>
        <source>another drawer took it</source>
        <translation>इसे दूसरी दराज़ ने लिया</translation>
    </message>
    <message>
        <source>a part of it has gone back</source>
        <translation>इसका एक हिस्सा वापस जा चुका है</translation>
    </message>
    <message>
        <source>The tender can&apos;t be corrected: {why}. Cancel and sell it again.</source>
        <translation>भुगतान का तरीका ठीक नहीं किया जा सकता: {why}। इसे रद्द करके फिर से बेचें।</translation>
    </message>
    <message>
        <source>No customer is known by {text}. Press F2 to enter a new one.</source>
        <translation>{text} से कोई ग्राहक नहीं मिला। नया जोड़ने के लिए F2 दबाएँ।</translation>
    </message>
    <message>
        <source>There is no booking {text}. Check the reference on the receipt.</source>
        <translation>{text} नाम की बुकिंग नहीं है। रसीद पर रेफ़रेंस देखें।</translation>
    </message>
    <message>
        <source>The desk sells nothing called {text}.</source>
        <translation>यह डेस्क {text} नाम का कुछ नहीं बेचता।</translation>
    </message>
    <message>
        <source>There is no {text} here. Choose one from the list.</source>
        <translation>यहाँ {text} नहीं है। सूची से चुनें।</translation>
    </message>
    <message>
        <source>There is no document for {text} yet.</source>
        <translation>{text} का अभी कोई दस्तावेज़ नहीं है।</translation>
    </message>
    <message>
        <source>This price is no longer known. Press F5 for a new one.</source>
        <translation>यह दाम अब नहीं मिलता। नए दाम के लिए F5 दबाएँ।</translation>
    </message>
    <message>
        <source>The answer was lost, and nothing was held. Press once more to hold.</source>
        <translation>जवाब नहीं पहुँचा, और कुछ भी होल्ड नहीं हुआ। होल्ड करने के लिए एक बार और दबाएँ।</translation>
    </message>
    <message>
        <source>Nothing was found for {text}.</source>
        <translation>{text} के लिए कुछ नहीं मिला।</translation>
    </message>
    <message>
        <source>This number is known as “{known}”, not as “{name}”. Enter goes on with {known}; correct the number, or rename {known} on the customer’s page (F2).</source>
        <translation>यह नंबर “{known}” का है, “{name}” का नहीं। Enter {known} के साथ आगे बढ़ता है; नंबर सुधारें, या ग्राहक के पन्ने (F2) पर {known} का नाम बदलें।</translation>
    </message>
    <message>
        <source>The wallet holds {available}, and {needed} were asked of it. Take less from it or top it up.</source>
        <translation>वॉलेट में {available} हैं, और {needed} माँगे गए। कम लें या वॉलेट में पैसे डालें।</translation>
    </message>
    <message>
        <source>Nothing was taken: {offered} were offered, but {due} are due. Correct the amounts.</source>
        <translation>कुछ नहीं लिया गया: {offered} दिए गए, पर देय {due} है। रकम ठीक करें।</translation>
    </message>
    <message>
        <source>A payment for {reference} is still open. Check it or stop it before anything else is taken.</source>
        <translation>{reference} का एक भुगतान अभी खुला है। कुछ और लेने से पहले उसे जाँचें या रोकें।</translation>
    </message>
    <message>
        <source>What comes back has changed from {shown} to {now} since it was shown. Confirm the new plan.</source>
        <translation>दिखाने के बाद वापसी {shown} से बदलकर {now} हो गई। नई वापसी की पुष्टि करें।</translation>
    </message>
    <message>
        <source>This has been done before. Nothing was changed.</source>
        <translation>यह पहले ही हो चुका है। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>The gateway shows nothing of these {amount} as given back that the books don&apos;t know. Nothing was changed.</source>
        <translation>गेटवे इन {amount} में से ऐसा कुछ लौटाया हुआ नहीं दिखाता जो बही में न हो। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>The gateway refused and took nothing ({reason}). Take another tender or try again.</source>
        <translation>गेटवे ने मना किया और कुछ नहीं लिया ({reason})। दूसरा तरीका लें या फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>{slip} was entered for {reference} before. Once more takes it all the same.</source>
        <translation>{slip} पहले {reference} के लिए लिखा जा चुका है। फिर से दबाने पर इसे वैसे ही लिया जाएगा।</translation>
    </message>
    <message>
        <source>The gateway can&apos;t be reached and nothing was sent. Cash, card slip and wallet still work.</source>
        <translation>गेटवे से संपर्क नहीं हो रहा, कुछ नहीं भेजा गया। नकद, कार्ड पर्ची और वॉलेट चलते हैं।</translation>
    </message>
    <message>
        <source>The customer&apos;s bank has promised this money: it is on its way. Take nothing else, check again.</source>
        <translation>ग्राहक के बैंक ने ये पैसे देने का वादा किया है: वे रास्ते में हैं। और कुछ न लें, फिर से जाँचें।</translation>
    </message>
    <message>
        <source>The gateway gave no clear answer: the money may be on its way. Keep the customer and check again.</source>
        <translation>गेटवे ने साफ़ जवाब नहीं दिया: पैसे रास्ते में हो सकते हैं। ग्राहक को रोकें और फिर जाँचें।</translation>
    </message>
    <message>
        <source>The answer was lost: it is not known whether it was written. Look before you go on; pressing again does nothing twice.</source>
        <translation>जवाब खो गया: पता नहीं कि लिखा गया या नहीं। आगे बढ़ने से पहले देख लें; दोबारा दबाने से कुछ दो बार नहीं होगा।</translation>
    </message>
    <message>
        <source>The database is busy; nothing was written. Try again in a moment.</source>
        <translation>डेटाबेस व्यस्त है; कुछ नहीं लिखा गया। एक पल में फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The database can&apos;t be reached; nothing was written. Check the connection, then try again.</source>
        <translation>डेटाबेस से संपर्क नहीं हो रहा; कुछ नहीं लिखा गया। कनेक्शन जाँचें, फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>An answer was lost; this page was read anew since then. What is still open may be pressed again: nothing is done twice.</source>
        <translation>एक जवाब खो गया था; उसके बाद यह पन्ना फिर से पढ़ा गया है। जो अब भी बाकी है उसे फिर दबाया जा सकता है: कुछ भी दो बार नहीं होगा।</translation>
    </message>
    <message>
        <source>This was done at the first press already, with something else in it. Nothing more was written: look at it before you go on.</source>
        <translation>यह पहली बार दबाने पर ही हो चुका है, पर किसी और बात के साथ। और कुछ नहीं लिखा गया: आगे बढ़ने से पहले इसे देख लें।</translation>
    </message>
    <message>
        <source>{amount} went through at the first press already. Nothing more was written: look at it before you go on.</source>
        <translation>{amount} पहली बार दबाने पर ही लिखे जा चुके हैं। और कुछ नहीं लिखा गया: आगे बढ़ने से पहले इसे देख लें।</translation>
    </message>
    <message>
        <source>The file {place} is no database, or its beginning is damaged; nothing was changed. Put a backup back with the command restore, or name another file.</source>
        <translation>{place} डेटाबेस नहीं है, या उसका आरंभ ख़राब है; कुछ नहीं बदला गया। restore आदेश से बैकअप वापस रखें, या दूसरी फ़ाइल का नाम दें।</translation>
    </message>
    <message>
        <source>The file {place} is empty, and the books should be in it; nothing was changed. Put a backup back with the command restore, or take the empty file away to begin new books.</source>
        <translation>{place} ख़ाली है, जबकि बही इसमें होनी चाहिए; कुछ नहीं बदला गया। restore आदेश से बैकअप वापस रखें, या नई बही शुरू करने के लिए ख़ाली फ़ाइल हटा दें।</translation>
    </message>
    <message>
        <source>The file {place} is not whole, its end is missing; nothing was changed. Put a backup back with the command restore.</source>
        <translation>{place} पूरी नहीं है, उसका अंत ग़ायब है; कुछ नहीं बदला गया। restore आदेश से बैकअप वापस रखें।</translation>
    </message>
    <message>
        <source>The file {place} is missing, and its log (-wal) is there; nothing was changed. Put the file back beside its log, or a backup with the command restore.</source>
        <translation>{place} ग़ायब है, जबकि उसका लॉग (-wal) मौजूद है; कुछ नहीं बदला गया। फ़ाइल को उसके लॉग के पास वापस रखें, या restore आदेश से बैकअप।</translation>
    </message>
    <message>
        <source>The database {place} belongs to another program; nothing was changed. Name another file.</source>
        <translation>डेटाबेस {place} किसी दूसरे प्रोग्राम की है; कुछ नहीं बदला गया। दूसरी फ़ाइल का नाम दें।</translation>
    </message>
    <message>
        <source>The place {place} is a folder, and the books are a file. Name a file in it.</source>
        <translation>{place} फ़ोल्डर है, जबकि बही एक फ़ाइल होती है। उसके भीतर की किसी फ़ाइल का नाम दें।</translation>
    </message>
    <message>
        <source>The file {place} may not be read or written by you. Ask whoever looks after this computer for the right to use the file and its folder.</source>
        <translation>{place} को पढ़ने या लिखने का अधिकार आपके पास नहीं है। इस कंप्यूटर की देखभाल करने वाले से फ़ाइल और उसके फ़ोल्डर का अधिकार माँगें।</translation>
    </message>
    <message>
        <source>The books are damaged ({tables}); nothing was changed, and nothing is sold. Put a backup back with the command restore.</source>
        <translation>बही ख़राब हो गई है ({tables}); कुछ नहीं बदला गया, और कुछ नहीं बिकेगा। restore आदेश से बैकअप वापस रखें।</translation>
    </message>
    <message>
        <source>it is not known where</source>
        <translation>पता नहीं कहाँ</translation>
    </message>
    <message>
        <source>This database is for practice and takes no real money. Start without --live, or name another database.</source>
        <translation>यह डेटाबेस अभ्यास का है और असली पैसे नहीं लेता। --live के बिना शुरू करें, या किसी और डेटाबेस का नाम दें।</translation>
    </message>
    <message>
        <source>This database is for real money and not for practice. Start with --live, or name another database.</source>
        <translation>यह डेटाबेस असली पैसों का है, अभ्यास का नहीं। --live के साथ शुरू करें, या किसी और डेटाबेस का नाम दें।</translation>
    </message>
    <message>
        <source>No backup was made ({said}). Make room, or ask who may write there.</source>
        <translation>बैकअप नहीं बना ({said})। जगह ख़ाली करें, या पूछें कि वहाँ कौन लिख सकता है।</translation>
    </message>
    <message>
        <source>The second place took no copy ({said}); the backup on this computer is made.</source>
        <translation>दूसरी जगह पर बैकअप नहीं रखा जा सका ({said}); इस कंप्यूटर पर बैकअप बन गया है।</translation>
    </message>
    <message>
        <source>The backup is damaged ({said}), and was thrown away: let the disk be looked at.</source>
        <translation>बैकअप ख़राब निकला ({said}) और हटा दिया गया: डिस्क की जाँच कराएँ।</translation>
    </message>
    <message>
        <source>A code has two figures.</source>
        <translation>कोड में दो अंक होते हैं।</translation>
    </message>
    <message>
        <source>A PIN has six figures.</source>
        <translation>पिन में छह अंक होते हैं।</translation>
    </message>
    <message>
        <source>This PIN is guessed first. Choose one without a row or a pattern, and without your code.</source>
        <translation>यह पिन सबसे पहले आज़माया जाता है। ऐसा पिन चुनें जिसमें क्रम या दोहराव न हो और अपना कोड भी न हो।</translation>
    </message>
    <message>
        <source>This is the PIN of before. Choose another one.</source>
        <translation>यह पहले वाला ही पिन है। दूसरा चुनें।</translation>
    </message>
    <message>
        <source>A recovery code has five groups of four letters or figures, as it was printed.</source>
        <translation>रिकवरी कोड में चार-चार अक्षरों या अंकों के पाँच समूह होते हैं, जैसा छपा था।</translation>
    </message>
    <message>
        <source>The first person must be a manager: only a manager can add the others.</source>
        <translation>पहला व्यक्ति मैनेजर होना चाहिए: बाक़ी लोगों को मैनेजर ही जोड़ सकता है।</translation>
    </message>
    <message>
        <source>This person does not work here any more. Let them come back first.</source>
        <translation>यह व्यक्ति अब यहाँ काम नहीं करता। पहले उन्हें वापस जोड़ें।</translation>
    </message>
    <message>
        <source>Change your own PIN by the old one: press O.</source>
        <translation>अपना पिन पुराने पिन से बदलें: O दबाएँ।</translation>
    </message>
    <message>
        <source>There are several managers. Name one of them by the code: {text}.</source>
        <translation>कई मैनेजर हैं। उनमें से एक का कोड बताएँ: {text}।</translation>
    </message>
    <message>
        <source>You may do this up to {most} by yourself. A manager can say yes to more; nothing was changed.</source>
        <translation>यह आप अपने आप {most} तक कर सकते हैं। इससे ज़्यादा के लिए मैनेजर हाँ कह सकते हैं; कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>This needs a manager. Ask one to do it at this desk; nothing was changed.</source>
        <translation>इसके लिए मैनेजर चाहिए। उनसे इसी डेस्क पर करवाएँ; कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>{clerk}&apos;s shift is still open. It is counted and closed first.</source>
        <translation>{clerk} की पाली अभी खुली है। पहले गिनकर बंद की जाती है।</translation>
    </message>
    <message>
        <source>{clerk} has accepted this close already. Nothing was changed.</source>
        <translation>{clerk} यह हिसाब पहले ही मंज़ूर कर चुके हैं। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>Code or PIN is wrong. Type both again.</source>
        <translation>कोड या पिन ग़लत है। दोनों फिर से टाइप करें।</translation>
    </message>
    <message>
        <source>Code or PIN is wrong. Wait {count} s, then type both again.</source>
        <translation>कोड या पिन ग़लत है। {count} सेकंड रुकें, फिर दोनों दोबारा टाइप करें।</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait {count} s, then type code and PIN again.</source>
        <translation>बहुत बार ग़लत पिन। {count} सेकंड रुकें, फिर कोड और पिन दोबारा टाइप करें।</translation>
    </message>
    <message>
        <source>Whose books these are was told before. Leave with Esc and start this desk again.</source>
        <translation>ये बहियाँ किसकी हैं, यह पहले ही बताया जा चुका है। Esc से निकलें और यह डेस्क फिर शुरू करें।</translation>
    </message>
    <message>
        <source>Code or recovery code is wrong. Type both again.</source>
        <translation>कोड या रिकवरी कोड ग़लत है। दोनों फिर से टाइप करें।</translation>
    </message>
    <message>
        <source>Code or recovery code is wrong. Wait {count} s, then type both again.</source>
        <translation>कोड या रिकवरी कोड ग़लत है। {count} सेकंड रुकें, फिर दोनों दोबारा टाइप करें।</translation>
    </message>
    <message>
        <source>{name}: this PIN was given to you. Choose one of your own first.</source>
        <translation>{name}: यह पिन आपको दिया गया था। पहले अपना पिन चुनें।</translation>
    </message>
    <message>
        <source>{code} is the code of {name}, and stays theirs. Choose another one.</source>
        <translation>{code} {name} का कोड है और उन्हीं का रहेगा। दूसरा चुनें।</translation>
    </message>
    <message>
        <source>{name} is the only manager. Make another person a manager first; nothing was changed.</source>
        <translation>{name} अकेले मैनेजर हैं। पहले किसी और को मैनेजर बनाएँ; कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>{name} was changed at another desk just now. Look at the list, then do it again.</source>
        <translation>{name} को अभी दूसरे डेस्क पर बदला गया। सूची देखें, फिर दोबारा करें।</translation>
    </message>
    <message>
        <source>{name} does not work here any more: nothing was written. Let another person sign in.</source>
        <translation>{name} अब यहाँ काम नहीं करते: कुछ नहीं लिखा गया। किसी और को साइन इन करने दें।</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring can&apos;t be used, so no live keys are kept here. Unlock or install it, then try again; practice needs no keys.</source>
        <translation>इस कंप्यूटर का कीरिंग नहीं चल रहा, इसलिए यहाँ असली कुंजियाँ नहीं रखी जातीं। उसे खोलें या लगाएँ, फिर कोशिश करें; अभ्यास में कुंजी नहीं चाहिए।</translation>
    </message>
    <message>
        <source>Enter a promo code, or leave the field.</source>
        <translation>प्रोमो कोड लिखें, या खाली छोड़ें।</translation>
    </message>
    <message>
        <source>There is no promo {code}. Check the spelling.</source>
        <translation>{code} नाम का प्रोमो नहीं है। अक्षर जाँचें।</translation>
    </message>
    <message>
        <source>Promo {code} is switched off.</source>
        <translation>प्रोमो {code} बंद है।</translation>
    </message>
    <message>
        <source>Promo {code} has not started yet.</source>
        <translation>प्रोमो {code} अभी शुरू नहीं हुआ।</translation>
    </message>
    <message>
        <source>Promo {code} is over.</source>
        <translation>प्रोमो {code} ख़त्म हो चुका है।</translation>
    </message>
    <message>
        <source>Promo {code} is not for what is being sold here.</source>
        <translation>प्रोमो {code} इस चीज़ पर लागू नहीं है।</translation>
    </message>
    <message>
        <source>Promo {code} needs a sale of {minimum} or more.</source>
        <translation>प्रोमो {code} के लिए {minimum} या ज़्यादा की बिक्री चाहिए।</translation>
    </message>
    <message>
        <source>Promo {code} is used up.</source>
        <translation>प्रोमो {code} पूरा इस्तेमाल हो चुका है।</translation>
    </message>
    <message>
        <source>This customer has used promo {code} as often as it may be used.</source>
        <translation>यह ग्राहक प्रोमो {code} जितनी बार हो सके, ले चुका है।</translation>
    </message>
    <message>
        <source>{field}: this can&apos;t be. Correct it and try again.</source>
        <translation>{field}: यह नहीं हो सकता। ठीक करके फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>This number is {known}’s, so {name} does not get it. Correct the number, or find {known} by it.</source>
        <translation>यह नंबर {known} का है, इसलिए {name} को नहीं मिलता। नंबर सुधारें, या इससे {known} को खोजें।</translation>
    </message>
    <message>
        <source>This day is over. Choose today or later.</source>
        <translation>यह दिन बीत चुका है। आज या बाद का दिन चुनें।</translation>
    </message>
    <message>
        <source>This has already left. Choose a later one.</source>
        <translation>यह जा चुकी है। बाद वाली चुनें।</translation>
    </message>
    <message>
        <source>The coach has passed this boarding point. Choose a later one.</source>
        <translation>बस इस चढ़ने की जगह से निकल चुकी है। आगे की कोई जगह चुनें।</translation>
    </message>
    <message>
        <source>Check-out must be after check-in.</source>
        <translation>चेक-आउट, चेक-इन के बाद होना चाहिए।</translation>
    </message>
    <message>
        <source>One stay has {most} nights at most.</source>
        <translation>एक बार में ज़्यादा से ज़्यादा {most} रातें हो सकती हैं।</translation>
    </message>
    <message>
        <source>Enter one person at least.</source>
        <translation>कम से कम एक व्यक्ति लिखें।</translation>
    </message>
    <message>
        <source>One adult at least has to be with them.</source>
        <translation>साथ में कम से कम एक वयस्क होना चाहिए।</translation>
    </message>
    <message>
        <source>Adults here: {most} at most.</source>
        <translation>यहाँ वयस्क: ज़्यादा से ज़्यादा {most}।</translation>
    </message>
    <message>
        <source>Children here: {most} at most.</source>
        <translation>यहाँ बच्चे: ज़्यादा से ज़्यादा {most}।</translation>
    </message>
    <message>
        <source>Persons here: {most} at most.</source>
        <translation>यहाँ लोग: ज़्यादा से ज़्यादा {most}।</translation>
    </message>
    <message>
        <source>At least {least} in one booking. Press Ctrl+G to sell to a smaller group.</source>
        <translation>एक बुकिंग में कम से कम {least}। छोटे ग्रुप को बेचने के लिए Ctrl+G दबाएँ।</translation>
    </message>
    <message>
        <source>At most {most} in one booking. Press Ctrl+G to sell to a larger group.</source>
        <translation>एक बुकिंग में ज़्यादा से ज़्यादा {most}। बड़े ग्रुप को बेचने के लिए Ctrl+G दबाएँ।</translation>
    </message>
    <message>
        <source>One person sits on each place.</source>
        <translation>एक जगह पर एक ही व्यक्ति बैठता है।</translation>
    </message>
    <message>
        <source>{name} is for ladies only. Choose another seat.</source>
        <translation>{name} सिर्फ़ महिलाओं के लिए है। दूसरी सीट चुनें।</translation>
    </message>
    <message>
        <source>The last day is before the first one.</source>
        <translation>आख़िरी दिन पहले दिन से पहले का है।</translation>
    </message>
    <message>
        <source>Choose what is to be sold first.</source>
        <translation>पहले चुनें कि क्या बेचना है।</translation>
    </message>
    <message>
        <source>Choose one room for each night of the stay.</source>
        <translation>ठहरने की हर रात के लिए एक कमरा चुनें।</translation>
    </message>
    <message>
        <source>The same unit was chosen twice. Take one of them out.</source>
        <translation>वही दो बार चुना गया है। एक हटाएँ।</translation>
    </message>
    <message>
        <source>That is no mobile number: a wallet is found by a mobile number alone.</source>
        <translation>यह मोबाइल नंबर नहीं है: वॉलेट केवल मोबाइल नंबर से मिलता है।</translation>
    </message>
    <message>
        <source>This is no telephone number. Enter ten digits, a landline with its area code, or + and the country’s code; a name alone will do as well.</source>
        <translation>यह टेलीफ़ोन नंबर नहीं है। दस अंक लिखें, लैंडलाइन को एरिया कोड के साथ, या + और देश का कोड; केवल नाम भी चलेगा।</translation>
    </message>
    <message>
        <source>This is no GSTIN, or one of its 15 characters is wrong: type it again.</source>
        <translation>यह GSTIN नहीं है, या इसके 15 अक्षरों में से कोई ग़लत है: फिर से लिखें।</translation>
    </message>
    <message>
        <source>{text} is no State. Type its name, such as Karnataka, or its two digits, such as 29.</source>
        <translation>{text} कोई राज्य नहीं है। उसका नाम लिखें, जैसे Karnataka, या उसके दो अंक, जैसे 29।</translation>
    </message>
    <message>
        <source>With this GSTIN the tax is that of another State: cancel it and sell it anew.</source>
        <translation>इस GSTIN के साथ कर दूसरे राज्य का लगता है: इसे रद्द करके फिर से बेचें।</translation>
    </message>
    <message>
        <source>The papers name this buyer already.</source>
        <translation>काग़ज़ों पर पहले से यही ख़रीदार है।</translation>
    </message>
    <message>
        <source>It is too late for a credit note: the papers stay.</source>
        <translation>क्रेडिट नोट के लिए बहुत देर हो चुकी है, इसलिए काग़ज़ जैसे हैं वैसे ही रहेंगे।</translation>
    </message>
    <message>
        <source>This is the GSTIN of the house itself.</source>
        <translation>यह स्वयं इस संस्था का GSTIN है।</translation>
    </message>
    <message>
        <source>There is no note or coin worth so much.</source>
        <translation>इस मूल्य का कोई नोट या सिक्का नहीं होता।</translation>
    </message>
    <message>
        <source>A count has 0 to {most} pieces of each worth.</source>
        <translation>हर मूल्य के 0 से {most} नग तक गिने जा सकते हैं।</translation>
    </message>
    <message>
        <source>This shift has no drawer, so nothing is counted.</source>
        <translation>इस पाली में गल्ला नहीं है, इसलिए कुछ नहीं गिना जाता।</translation>
    </message>
    <message>
        <source>No more than the counted {most} can stay.</source>
        <translation>गिने गए {most} से ज़्यादा गल्ले में नहीं रह सकता।</translation>
    </message>
    <message>
        <source>Enter the total of the card machine&apos;s slip.</source>
        <translation>कार्ड मशीन की पर्ची का कुल योग लिखें।</translation>
    </message>
    <message>
        <source>The note has {most} letters at most.</source>
        <translation>टिप्पणी में अधिक से अधिक {most} अक्षर हो सकते हैं।</translation>
    </message>
    <message>
        <source>Say who gets the money.</source>
        <translation>बताएँ कि पैसा किसे मिलेगा।</translation>
    </message>
    <message>
        <source>The name has {most} letters at most.</source>
        <translation>नाम में ज़्यादा से ज़्यादा {most} अक्षर हो सकते हैं।</translation>
    </message>
    <message>
        <source>Cash does not move this way.</source>
        <translation>नकद इस तरह नहीं आता-जाता।</translation>
    </message>
    <message>
        <source>{name} answers for this drawer already. Another person takes it over.</source>
        <translation>इस गल्ले के लिए {name} पहले से ज़िम्मेदार है। इसे कोई दूसरा व्यक्ति लेता है।</translation>
    </message>
    <message>
        <source>No shift is open at this desk. Ctrl+Shift+O opens one; nothing was taken or given.</source>
        <translation>इस काउंटर पर कोई पाली खुली नहीं है। Ctrl+Shift+O से खोलें; न कुछ लिया गया, न दिया गया।</translation>
    </message>
    <message>
        <source>Nobody has signed in at this desk. Sign in first; nothing was taken or given.</source>
        <translation>इस डेस्क पर किसी ने साइन इन नहीं किया है। पहले साइन इन करें; न कुछ लिया गया, न दिया गया।</translation>
    </message>
    <message>
        <source>The open shift is {clerk}&apos;s alone. Let {clerk} do it, or take the drawer over with a count.</source>
        <translation>खुली पाली केवल {clerk} की है। {clerk} से कराएँ, या गिनकर गल्ला अपने नाम लें।</translation>
    </message>
    <message>
        <source>{clerk}&apos;s shift is open at this desk. Close it first.</source>
        <translation>इस काउंटर पर {clerk} की पाली खुली है। पहले उसे बंद करें।</translation>
    </message>
    <message>
        <source>{clerk} has closed this shift with another count. Its seal stays as it is.</source>
        <translation>{clerk} ने यह पाली दूसरी गिनती से बंद कर दी है। उसकी मुहर वैसी ही रहेगी।</translation>
    </message>
    <message>
        <source>This shift was opened without a drawer, so no cash moves. Take another tender.</source>
        <translation>यह पाली बिना गल्ले के खोली गई थी, इसलिए नकद नहीं चलता। भुगतान का दूसरा तरीका लें।</translation>
    </message>
    <message>
        <source>{needed} is more than this drawer can hold out. Count again.</source>
        <translation>{needed} इस गल्ले से दिए जा सकने वाले से ज़्यादा है। फिर से गिनें।</translation>
    </message>
    <message>
        <source>By the books this drawer holds {held}, less than {needed}.</source>
        <translation>बही के अनुसार इस गल्ले में {held} है, जो {needed} से कम है।</translation>
    </message>
    <message>
        <source>Enter the name.</source>
        <translation>नाम लिखें।</translation>
    </message>
    <message>
        <source>{name} has no mobile number, and so no wallet. Enter one to keep money for them.</source>
        <translation>{name} का मोबाइल नंबर नहीं है, इसलिए वॉलेट भी नहीं। उनके पैसे रखने के लिए नंबर लिखें।</translation>
    </message>
    <message>
        <source>There is no mobile number to send a link to. Take another tender.</source>
        <translation>लिंक भेजने के लिए मोबाइल नंबर नहीं है। दूसरे तरीके से भुगतान लें।</translation>
    </message>
    <message>
        <source>Enter an amount between ₹1.00 and {most}.</source>
        <translation>₹1.00 और {most} के बीच की रकम लिखें।</translation>
    </message>
    <message>
        <source>Enter an amount above zero.</source>
        <translation>शून्य से ज़्यादा रकम लिखें।</translation>
    </message>
    <message>
        <source>Say why, in a word or two.</source>
        <translation>एक-दो शब्दों में कारण लिखें।</translation>
    </message>
    <message>
        <source>Each tender can be taken once in one payment.</source>
        <translation>एक भुगतान में हर तरीका एक ही बार लिया जा सकता है।</translation>
    </message>
    <message>
        <source>The gateway takes this itself: it can&apos;t be entered by hand.</source>
        <translation>इसे गेटवे खुद लेता है: यह हाथ से दर्ज नहीं हो सकता।</translation>
    </message>
    <message>
        <source>Less than {least} s are left: too short for a payment by phone. Take another tender.</source>
        <translation>{least} सेकंड से कम बचे हैं: फ़ोन से भुगतान के लिए समय कम है। दूसरा तरीका लें।</translation>
    </message>
    <message>
        <source>The cash received is less than the cash due.</source>
        <translation>मिला हुआ नकद, देय नकद से कम है।</translation>
    </message>
    <message>
        <source>The list has changed since. Read it again with F5.</source>
        <translation>सूची तब से बदल गई है। F5 से फिर पढ़ें।</translation>
    </message>
    <message>
        <source>This is no key id: copy it from the gateway&apos;s dashboard, it begins with rzp_live_.</source>
        <translation>यह की आईडी नहीं है: गेटवे के डैशबोर्ड से कॉपी करें, यह rzp_live_ से शुरू होती है।</translation>
    </message>
    <message>
        <source>There is no meal plan {text} here.</source>
        <translation>यहाँ {text} नाम का खाने का प्लान नहीं है।</translation>
    </message>
    <message>
        <source>The bus does not stop at {text}: choose from the list.</source>
        <translation>बस {text} पर नहीं रुकती: सूची से चुनें।</translation>
    </message>
    <message>
        <source>Something is missing here: fill in the empty field.</source>
        <translation>यहाँ कुछ बाकी है: खाली जगह भरें।</translation>
    </message>
    <message>
        <source>“{text}” is not known here. Choose one from the list.</source>
        <translation>“{text}” यहाँ नहीं मिला। सूची से चुनें।</translation>
    </message>
    <message>
        <source>Enter the name of the guest.</source>
        <translation>अतिथि का नाम लिखें।</translation>
    </message>
    <message>
        <source>Enter the nationality: the form of a guest from abroad asks for it.</source>
        <translation>राष्ट्रीयता लिखें: विदेशी अतिथि के फ़ॉर्म में यह चाहिए।</translation>
    </message>
    <message>
        <source>Enter the passport&apos;s number: the form of a guest from abroad asks for it.</source>
        <translation>पासपोर्ट का नंबर लिखें: विदेशी अतिथि के फ़ॉर्म में यह चाहिए।</translation>
    </message>
    <message>
        <source>Of the ID&apos;s number only the last {most} letters or figures are kept.</source>
        <translation>पहचान-पत्र के नंबर के केवल आख़िरी {most} अक्षर या अंक रखे जाते हैं।</translation>
    </message>
    <message>
        <source>Enter the hour as 20:00, or nothing for no lists.</source>
        <translation>समय 20:00 की तरह लिखें; सूचियाँ न चाहिए तो ख़ाली छोड़ें।</translation>
    </message>
    <message>
        <source>The register is kept for {least} to {most} months.</source>
        <translation>रजिस्टर {least} से {most} महीने रखा जाता है।</translation>
    </message>
    <message>
        <source>The form is handed in within {least} to {most} hours.</source>
        <translation>फ़ॉर्म {least} से {most} घंटे के भीतर जमा होता है।</translation>
    </message>
    <message>
        <source>There is nothing of this kind on that day. Choose another day or list.</source>
        <translation>उस दिन ऐसा कुछ नहीं है। दूसरा दिन या दूसरी सूची चुनें।</translation>
    </message>
    <message>
        <source>{clerk} has noted that the guest left. Take that back first, in the departures.</source>
        <translation>{clerk} ने लिखा है कि अतिथि जा चुके हैं। पहले प्रस्थान की सूची में उसे वापस लें।</translation>
    </message>
    <message>
        <source>{clerk} has marked {reference} anew meanwhile. The list is read again; nothing was changed.</source>
        <translation>{clerk} ने इस बीच {reference} को फिर से अंकित किया है। सूची फिर पढ़ी जा रही है; कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>{reference} starts more than a day from now. Look at the day of the list; nothing was marked.</source>
        <translation>{reference} शुरू होने में एक दिन से ज़्यादा है। सूची का दिन देखें; कुछ अंकित नहीं हुआ।</translation>
    </message>
    <message>
        <source>This part of {reference} was cancelled: nobody arrives for it. Nothing was changed.</source>
        <translation>{reference} का यह हिस्सा रद्द हो चुका है: इसके लिए कोई नहीं आएगा। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>This house keeps no register of guests. Switch it on on the register&apos;s page.</source>
        <translation>यहाँ अतिथि रजिस्टर नहीं रखा जाता। रजिस्टर के पन्ने पर उसे चालू करें।</translation>
    </message>
    <message>
        <source>This entry of the register was erased meanwhile. Nothing was changed.</source>
        <translation>रजिस्टर की यह प्रविष्टि इस बीच मिटा दी गई। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>{clerk} has changed this entry meanwhile. It is shown anew; type your change again.</source>
        <translation>{clerk} ने इस बीच यह प्रविष्टि बदली है। वह फिर दिखाई जा रही है; अपना बदलाव दोबारा लिखें।</translation>
    </message>
    <message>
        <source>The law asks to keep the entry of a guest from abroad until {day}. Nothing was erased.</source>
        <translation>क़ानून के अनुसार विदेशी अतिथि की प्रविष्टि {day} तक रखनी है। कुछ नहीं मिटाया गया।</translation>
    </message>
    <message>
        <source>There is no form to hand in for this guest now. Nothing was changed.</source>
        <translation>इस अतिथि का कोई फ़ॉर्म अभी जमा नहीं करना है। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>This could be the number of a card, which is never kept. Leave it out.</source>
        <translation>यह कार्ड का नंबर हो सकता है, जो कभी नहीं रखा जाता। इसे हटा दें।</translation>
    </message>
    <message>
        <source>This could be a whole Aadhaar number, which is never kept. Enter its last four figures.</source>
        <translation>यह पूरा आधार नंबर हो सकता है, जो कभी नहीं रखा जाता। केवल आख़िरी चार अंक लिखें।</translation>
    </message>
    <message>
        <source>This is too long: {most} letters at most.</source>
        <translation>यह बहुत लंबा है: ज़्यादा से ज़्यादा {most} अक्षर।</translation>
    </message>
    <message>
        <source>Enter a number above zero.</source>
        <translation>शून्य से बड़ी संख्या लिखें।</translation>
    </message>
    <message>
        <source>This is out of range: {most} at most.</source>
        <translation>यह सीमा से बाहर है: ज़्यादा से ज़्यादा {most}।</translation>
    </message>
    <message>
        <source>Discount {code} was given for something else. Give one for what is chosen now.</source>
        <translation>छूट {code} किसी और चीज़ के लिए दी गई थी। जो अभी चुना है उसके लिए नई दें।</translation>
    </message>
    <message>
        <source>{reference} ended too long ago to be held again at its price. Make a new quote.</source>
        <translation>{reference} को समाप्त हुए बहुत देर हो गई, अब वह उसी दाम पर दोबारा रोका नहीं जा सकता। नया भाव बनाएँ।</translation>
    </message>
    <message>
        <source>{reference} was held again before, which goes once. Make a new quote.</source>
        <translation>{reference} पहले ही दोबारा रोका जा चुका है, यह एक ही बार हो सकता है। नया भाव बनाएँ।</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring does not answer. Unlock it or log in anew, then look which keys are kept before you try again; practice needs no keys.</source>
        <translation>इस कंप्यूटर का कीरिंग जवाब नहीं दे रहा है। उसे खोलें या दोबारा लॉग इन करें, फिर दोबारा कोशिश करने से पहले देख लें कि कौन-सी चाबियाँ रखी हैं; अभ्यास के लिए चाबियाँ नहीं चाहिए।</translation>
    </message>
    <message>
        <source>This desk has no gateway now: the keyring did not hand out the keys at the start. Nothing was sent. Unlock the keyring and start again.</source>
        <translation>इस डेस्क का अभी कोई गेटवे नहीं है: शुरू होते समय कीरिंग ने कुंजियाँ नहीं दीं। कुछ नहीं भेजा गया। कीरिंग खोलें और फिर शुरू करें।</translation>
    </message>
    <message>
        <source>This desk has no gateway: no keys are kept on this computer. Nothing was sent. Put them in with F7 and start again.</source>
        <translation>इस डेस्क का कोई गेटवे नहीं है: इस कंप्यूटर पर कोई कुंजी नहीं रखी है। कुछ नहीं भेजा गया। F7 से कुंजियाँ डालें और फिर शुरू करें।</translation>
    </message>
    <message>
        <source>No more than {most} can come back of this.</source>
        <translation>इसमें से {most} से अधिक नहीं लौट सकता।</translation>
    </message>
    <message>
        <source>At least {most} comes back of this; type that much or more.</source>
        <translation>इसमें से कम से कम {most} लौटता है; उतना या अधिक लिखें।</translation>
    </message>
    <message>
        <source>Type a discount: 10% or an amount such as 500.</source>
        <translation>छूट लिखें: 10% या 500 जैसी राशि।</translation>
    </message>
    <message>
        <source>A discount is 1 to {most} per cent.</source>
        <translation>छूट 1 से {most} प्रतिशत तक होती है।</translation>
    </message>
    <message>
        <source>A discount is more than zero, {most} at most.</source>
        <translation>छूट शून्य से अधिक और अधिकतम {most} होती है।</translation>
    </message>
    <message>
        <source>A limit is an amount of {most} at most.</source>
        <translation>सीमा अधिकतम {most} की राशि होती है।</translation>
    </message>
    <message>
        <source>A limit is 0 to {most} per cent.</source>
        <translation>सीमा 0 से {most} प्रतिशत तक होती है।</translation>
    </message>
    <message>
        <source>What is never allowed has no limit besides.</source>
        <translation>जो कभी अनुमत नहीं, उसकी कोई सीमा नहीं होती।</translation>
    </message>
    <message>
        <source>Managers keep these limits: else nobody could change them again.</source>
        <translation>ये सीमाएँ मैनेजर के पास रहती हैं: नहीं तो इन्हें फिर कोई नहीं बदल सकेगा।</translation>
    </message>
    <message>
        <source>A PAN has five letters, four figures and a letter. Type it anew, or leave it out.</source>
        <translation>PAN में पाँच अक्षर, चार अंक और एक अक्षर होते हैं। फिर से लिखें, या छोड़ दें।</translation>
    </message>
    <message>
        <source>Several accounts take this tender: choose with I to which one the money goes.</source>
        <translation>इस भुगतान-प्रकार के कई खाते हैं: I से चुनें कि पैसे किसमें जाएँ।</translation>
    </message>
    <message>
        <source>This account does not take this tender. Choose another one.</source>
        <translation>यह खाता इस तरह का भुगतान नहीं लेता। दूसरा चुनें।</translation>
    </message>
    <message>
        <source>Another desk has just changed this account. Look at it again, then change it.</source>
        <translation>दूसरे डेस्क ने यह खाता अभी बदला है। फिर से देखें, तब बदलें।</translation>
    </message>
    <message>
        <source>Another account of this tender has this name.</source>
        <translation>इसी भुगतान-प्रकार के दूसरे खाते का यह नाम है।</translation>
    </message>
    <message>
        <source>A part is at least ₹1.00 and at most what is left to pay.</source>
        <translation>हिस्सा कम से कम ₹1.00 और ज़्यादा से ज़्यादा बची रक़म है।</translation>
    </message>
    <message>
        <source>One UPI payment is {most} at most, so no code is drawn. Let several payers pay a part each, or take a link or another tender.</source>
        <translation>एक UPI भुगतान {most} तक ही होता है, इसलिए कोड नहीं बनता। कई लोग एक-एक हिस्सा दें, या लिंक या दूसरा भुगतान लें।</translation>
    </message>
    <message>
        <source>The occasion&apos;s name is too long: 60 signs at most.</source>
        <translation>आयोजन का नाम बहुत लंबा है: अधिकतम 60 चिह्न।</translation>
    </message>
    <message>
        <source>Only UPI, transfer, cheque and card have accounts.</source>
        <translation>खाते केवल UPI, ट्रांसफ़र, चेक और कार्ड के होते हैं।</translation>
    </message>
    <message>
        <source>Give the account a name of at most 40 signs.</source>
        <translation>खाते को अधिकतम 40 चिह्नों का नाम दें।</translation>
    </message>
    <message>
        <source>A UPI address looks like name@bank.</source>
        <translation>UPI पता name@bank जैसा होता है।</translation>
    </message>
    <message>
        <source>Enter the payee&apos;s name as the bank has it.</source>
        <translation>पाने वाले का नाम वैसे लिखें जैसे बैंक में है।</translation>
    </message>
    <message>
        <source>Enter the last four figures of the account, and no more of it.</source>
        <translation>खाते के आख़िरी चार अंक ही लिखें, उससे ज़्यादा नहीं।</translation>
    </message>
    <message>
        <source>Enter the IFSC or the bank&apos;s name.</source>
        <translation>IFSC या बैंक का नाम लिखें।</translation>
    </message>
    <message>
        <source>A limit is more than nothing and ₹10,00,000.00 at most.</source>
        <translation>सीमा शून्य से ज़्यादा और अधिकतम ₹10,00,000.00 होती है।</translation>
    </message>
    <message>
        <source>The law forbids {limit} or more in cash {counter}; {counted} came before. Take {most} in cash at most and the rest by UPI, card or transfer.</source>
        <translation>क़ानून {counter} {limit} या ज़्यादा नक़द लेने से रोकता है; {counted} पहले आ चुके हैं। नक़द अधिकतम {most} लें और बाक़ी UPI, कार्ड या ट्रांसफ़र से।</translation>
    </message>
    <message>
        <source>The law forbids {limit} or more in cash {counter}; {counted} came before. Take this by UPI, card or transfer.</source>
        <translation>क़ानून {counter} {limit} या ज़्यादा नक़द लेने से रोकता है; {counted} पहले आ चुके हैं। इसे UPI, कार्ड या ट्रांसफ़र से लें।</translation>
    </message>
    <message>
        <source>Unspent cash in a wallet stays below {limit} by law, and {counted} is there. Put in {most} at most, or take the money for a booking.</source>
        <translation>क़ानून से वॉलेट में बिना ख़र्च का नक़द {limit} से कम रहता है, और {counted} वहाँ है। अधिकतम {most} डालें, या पैसे किसी बुकिंग के लिए लें।</translation>
    </message>
    <message>
        <source>The law forbids to pay {limit} or more back in cash out of a wallet. Pay it back by bank transfer, or let it be spent on bookings.</source>
        <translation>क़ानून वॉलेट से {limit} या ज़्यादा नक़द लौटाने से रोकता है। बैंक ट्रांसफ़र से लौटाएँ, या बुकिंग पर ख़र्च होने दें।</translation>
    </message>
    <message>
        <source>For {limit} in cash for a hotel bill the PAN is asked first. Type it, or say that you saw it or that it was declined; then take the cash.</source>
        <translation>होटल बिल के {limit} नक़द के लिए पहले PAN पूछा जाता है। उसे लिखें, या बताएँ कि देखा या नहीं दिया गया; फिर नक़द लें।</translation>
    </message>
    <message>
        <source>{reference} was extended {count} times, and no hold is extended more often.</source>
        <translation>{reference} {count} बार बढ़ाई जा चुकी है, और कोई होल्ड इससे ज़्यादा नहीं बढ़ती।</translation>
    </message>
    <message>
        <source>{reference} has another end by now: look at its clock. Nothing was changed.</source>
        <translation>{reference} का समय अब दूसरा है: उसकी घड़ी देखिए। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>{reference} is this desk&apos;s own hold: Del gives it back.</source>
        <translation>{reference} इसी काउंटर की होल्ड है: Del उसे वापस देता है।</translation>
    </message>
    <message>
        <source>{reference} is this customer&apos;s already.</source>
        <translation>{reference} पहले से इसी ग्राहक की है।</translation>
    </message>
    <message>
        <source>Money of {reference} went back already, so it stays with its customer. Cancel it and sell anew.</source>
        <translation>{reference} का पैसा वापस जा चुका है, इसलिए वह अपने ग्राहक के पास रहती है। रद्द करके फिर से बेचिए।</translation>
    </message>
    <message>
        <source>Money of {reference} waits for a decision. F6 shows it: decide that first.</source>
        <translation>{reference} के पैसे पर निर्णय बाक़ी है। F6 दिखाता है: पहले वह तय कीजिए।</translation>
    </message>
    <message>
        <source>The papers of {reference} name another GSTIN than this customer&apos;s. Cancel it and sell anew.</source>
        <translation>{reference} के काग़ज़ों पर इस ग्राहक से अलग GSTIN है। रद्द करके फिर से बेचिए।</translation>
    </message>
    <message>
        <source>What would move has changed meanwhile, so nothing was done. Look again, then press.</source>
        <translation>जो जाना था वह इस बीच बदल गया, इसलिए कुछ नहीं हुआ। फिर देखिए, तब दबाइए।</translation>
    </message>
    <message>
        <source>Both are {name}: there is nothing to make one.</source>
        <translation>दोनों {name} ही हैं: एक करने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>The two have different GSTINs, {kept} and {gone}. Press once more if they are one customer all the same: {kept} stays.</source>
        <translation>दोनों के GSTIN अलग हैं, {kept} और {gone}। फिर भी एक ही ग्राहक हों तो एक बार और दबाइए: {kept} रहेगा।</translation>
    </message>
    <message>
        <source>{name} has no mobile number, so a wallet could not be found there. Keep the one with the number.</source>
        <translation>{name} का मोबाइल नंबर नहीं है, इसलिए वॉलेट वहाँ नहीं मिलेगा। नंबर वाले को रखिए।</translation>
    </message>
    <message>
        <source>Enter the State where the business is: its name, such as Goa, or its digits, such as 30.</source>
        <translation>व्यवसाय किस राज्य में है, लिखें: नाम, जैसे Goa, या उसके अंक, जैसे 30।</translation>
    </message>
    <message>
        <source>This looks like the number of a card, which is never kept.</source>
        <translation>यह कार्ड का नंबर लगता है, जो कभी नहीं रखा जाता।</translation>
    </message>
    <message>
        <source>This has {most} letters at most.</source>
        <translation>इसमें अधिक से अधिक {most} अक्षर हो सकते हैं।</translation>
    </message>
    <message>
        <source>Enter the name of the business.</source>
        <translation>व्यवसाय का नाम लिखें।</translation>
    </message>
    <message>
        <source>Enter the address, as it stands on papers.</source>
        <translation>पता लिखें, जैसा काग़ज़ों पर होगा।</translation>
    </message>
    <message>
        <source>“{text}” is no State of today. Type its name, such as Goa, or its digits, such as 30.</source>
        <translation>“{text}” आज का कोई राज्य नहीं है। उसका नाम लिखें, जैसे Goa, या अंक, जैसे 30।</translation>
    </message>
    <message>
        <source>A desk’s code has one to four letters or figures, such as D1: it stands in every number.</source>
        <translation>डेस्क के कोड में एक से चार अक्षर या अंक होते हैं, जैसे D1: वह हर नंबर में आता है।</translation>
    </message>
    <message>
        <source>Enter the desk’s name, such as Front desk.</source>
        <translation>डेस्क का नाम लिखें, जैसे स्वागत डेस्क।</translation>
    </message>
    <message>
        <source>Enter the manager’s name.</source>
        <translation>मैनेजर का नाम लिखें।</translation>
    </message>
    <message>
        <source>This PIN is tried first by whoever guesses. Choose another one.</source>
        <translation>अनुमान लगाने वाला यही PIN सबसे पहले आज़माता है। दूसरा चुनें।</translation>
    </message>
    <message>
        <source>The two PINs differ. Type both again.</source>
        <translation>दोनों PIN अलग हैं। दोनों फिर लिखें।</translation>
    </message>
    <message>
        <source>A deposit is less than the total of {most}, and not below zero. Nothing was taken.</source>
        <translation>अग्रिम कुल {most} से कम और शून्य से नीचे नहीं होता। कुछ नहीं लिया गया।</translation>
    </message>
    <message>
        <source>The rest would have to be paid at once, so no deposit confirms it: take all of it.</source>
        <translation>बाकी रकम तुरंत देनी होगी, इसलिए अग्रिम से पक्की नहीं होती: पूरी रकम लें।</translation>
    </message>
    <message>
        <source>This booking is no longer held: take what is left to pay, not a deposit.</source>
        <translation>यह बुकिंग अब रोकी हुई नहीं है: अग्रिम नहीं, बाकी रकम लें।</translation>
    </message>
    <message>
        <source>This customer is no company that may owe. Take another tender.</source>
        <translation>यह ग्राहक उधार वाली कंपनी नहीं है। दूसरा माध्यम लें।</translation>
    </message>
    <message>
        <source>The company owes {most}: take no more than that.</source>
        <translation>कंपनी पर {most} उधार है: इससे ज़्यादा न लें।</translation>
    </message>
    <message>
        <source>That moment is over. Keep it until a later one.</source>
        <translation>वह समय बीत चुका है। बाद के समय तक रखें।</translation>
    </message>
    <message>
        <source>A booking is kept for {most} days at most.</source>
        <translation>बुकिंग ज़्यादा से ज़्यादा {most} दिन रखी जाती है।</translation>
    </message>
    <message>
        <source>A limit is between 0 and {most}.</source>
        <translation>सीमा 0 और {most} के बीच होती है।</translation>
    </message>
    <message>
        <source>A company pays within 0 to {most} days.</source>
        <translation>कंपनी 0 से {most} दिनों में चुकाती है।</translation>
    </message>
    <message>
        <source>Two rules cover the same: leave one of them out.</source>
        <translation>दो नियम एक ही पर लागू हैं: एक को हटा दें।</translation>
    </message>
    <message>
        <source>A share is between 0 and {most} per cent.</source>
        <translation>हिस्सा 0 और {most} प्रतिशत के बीच होता है।</translation>
    </message>
    <message>
        <source>The least amount is between 0 and {most}.</source>
        <translation>सबसे कम रकम 0 और {most} के बीच होती है।</translation>
    </message>
    <message>
        <source>When the rest is due is out of range: {most} at most.</source>
        <translation>बाकी देने का समय सीमा से बाहर है: ज़्यादा से ज़्यादा {most}।</translation>
    </message>
    <message>
        <source>Give the printer a name that the desk knows.</source>
        <translation>प्रिंटर को ऐसा नाम दें जिसे काउंटर पर सब जानें।</translation>
    </message>
    <message>
        <source>A printer&apos;s name has 40 characters at most.</source>
        <translation>प्रिंटर के नाम में अधिकतम 40 अक्षर हो सकते हैं।</translation>
    </message>
    <message>
        <source>Another printer of this desk has this name.</source>
        <translation>इस काउंटर के दूसरे प्रिंटर का यही नाम है।</translation>
    </message>
    <message>
        <source>Say where the printer is.</source>
        <translation>बताएँ कि प्रिंटर कहाँ है।</translation>
    </message>
    <message>
        <source>This is too long for an address.</source>
        <translation>पता इतना लंबा नहीं हो सकता।</translation>
    </message>
    <message>
        <source>A printer&apos;s name begins with no dash.</source>
        <translation>प्रिंटर का नाम डैश से शुरू नहीं होता।</translation>
    </message>
    <message>
        <source>A queue&apos;s name begins with no dash.</source>
        <translation>कतार का नाम डैश से शुरू नहीं होता।</translation>
    </message>
    <message>
        <source>An address on the network is a name or number, a colon and a port: 192.168.1.50:9100.</source>
        <translation>नेटवर्क का पता ऐसा होता है: नाम या नंबर, कोलन, पोर्ट: 192.168.1.50:9100।</translation>
    </message>
    <message>
        <source>A device is told by its whole path, such as /dev/usb/lp0.</source>
        <translation>डिवाइस का पूरा पथ लिखें, जैसे /dev/usb/lp0।</translation>
    </message>
    <message>
        <source>A folder is told by its whole path.</source>
        <translation>फ़ोल्डर का पूरा पथ लिखें।</translation>
    </message>
    <message>
        <source>This is no e-mail address. It looks like name@example.org.</source>
        <translation>यह ई-मेल पता नहीं है। वह ऐसा होता है: name@example.org।</translation>
    </message>
    <message>
        <source>A slip printer has a roll of 80 or 58 mm. Choose one of them.</source>
        <translation>पर्ची प्रिंटर में 80 या 58 मिमी का रोल होता है। उनमें से एक चुनें।</translation>
    </message>
    <message>
        <source>This printer was taken off. Choose another one.</source>
        <translation>यह प्रिंटर हटा दिया गया है। दूसरा चुनें।</translation>
    </message>
    <message>
        <source>There is no such paper to print.</source>
        <translation>छापने के लिए ऐसा कोई काग़ज़ नहीं है।</translation>
    </message>
    <message>
        <source>The mail server&apos;s name is a word with dots, such as smtp.example.org.</source>
        <translation>मेल सर्वर का नाम बिंदुओं वाला शब्द होता है, जैसे smtp.example.org।</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>पोर्ट 1 से 65535 तक की संख्या है।</translation>
    </message>
    <message>
        <source>The user&apos;s name can&apos;t be so.</source>
        <translation>उपयोगकर्ता का नाम ऐसा नहीं हो सकता।</translation>
    </message>
    <message>
        <source>The sender is an e-mail address, such as desk@example.org.</source>
        <translation>भेजने वाला एक ई-मेल पता होता है, जैसे desk@example.org।</translation>
    </message>
    <message>
        <source>With a password the mail server needs TLS or STARTTLS: else all can read it.</source>
        <translation>पासवर्ड के साथ मेल सर्वर को TLS या STARTTLS चाहिए: वरना उसे सब पढ़ सकते हैं।</translation>
    </message>
    <message>
        <source>{name}: {state} by now. Look at the list, then do it again.</source>
        <translation>{name}: अब तक {state}। सूची देखें, फिर दोबारा करें।</translation>
    </message>
    <message>
        <source>{name} was changed or taken off just now. Look at the list, then do it again.</source>
        <translation>{name} अभी-अभी बदला या हटाया गया। सूची देखें, फिर दोबारा करें।</translation>
    </message>
    <message>
        <source>This desk has made no paper yet that could be printed again.</source>
        <translation>इस काउंटर ने अब तक कोई काग़ज़ नहीं बनाया जो फिर छापा जा सके।</translation>
    </message>
    <message>
        <source>One sheet has {most} days at most.</source>
        <translation>एक पन्ने में ज़्यादा से ज़्यादा {most} दिन होते हैं।</translation>
    </message>
    <message>
        <source>There is no such day in the calendar.</source>
        <translation>कैलेंडर में ऐसा कोई दिन नहीं है।</translation>
    </message>
    <message>
        <source>The gateway can be asked about days of the last ten years until today.</source>
        <translation>गेटवे से आज तक के पिछले दस साल के दिनों के बारे में पूछा जा सकता है।</translation>
    </message>
    <message>
        <source>Who buys for a special economic zone is registered: type the GSTIN, too.</source>
        <translation>विशेष आर्थिक क्षेत्र के लिए ख़रीदने वाला पंजीकृत होता है: GSTIN भी लिखें।</translation>
    </message>
    <message>
        <source>A foreigner has no GSTIN: leave it empty, or choose another kind of buyer.</source>
        <translation>विदेशी का GSTIN नहीं होता: उसे ख़ाली छोड़ें, या ख़रीदार का दूसरा प्रकार चुनें।</translation>
    </message>
    <message>
        <source>A PIN code has six figures, such as 411045.</source>
        <translation>पिन कोड में छह अंक होते हैं, जैसे 411045।</translation>
    </message>
    <message>
        <source>An address has four lines at most, each of {most} letters.</source>
        <translation>पते में अधिक से अधिक चार पंक्तियाँ होती हैं, हर एक में {most} अक्षर।</translation>
    </message>
    <message>
        <source>This looks like the number of a card. It is kept nowhere: type the address.</source>
        <translation>यह कार्ड का नंबर लगता है। वह कहीं नहीं रखा जाता: पता लिखें।</translation>
    </message>
    <message>
        <source>An IRN has 64 figures from 0 to 9 and a to f.</source>
        <translation>IRN में 0 से 9 और a से f तक के 64 अंक होते हैं।</translation>
    </message>
    <message>
        <source>The acknowledgement number has figures only, 20 at most.</source>
        <translation>पावती नंबर में केवल अंक होते हैं, अधिक से अधिक 20।</translation>
    </message>
    <message>
        <source>Type the portal’s date and time, such as 24-11-2026 10:20. It is not before the paper.</source>
        <translation>पोर्टल की तारीख़ और समय लिखें, जैसे 24-11-2026 10:20। वह काग़ज़ से पहले का नहीं होता।</translation>
    </message>
    <message>
        <source>This is not the signed text of this number. Copy all of it from the portal.</source>
        <translation>यह इस नंबर का हस्ताक्षरित पाठ नहीं है। पोर्टल से पूरा पाठ कॉपी करें।</translation>
    </message>
    <message>
        <source>This is no answer of the portal: choose the JSON file that it gave.</source>
        <translation>यह पोर्टल का उत्तर नहीं है: उसकी दी हुई JSON फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>{text} is no registration of this house. Choose a row of the list.</source>
        <translation>{text} इस प्रतिष्ठान का पंजीकरण नहीं है। सूची की एक पंक्ति चुनें।</translation>
    </message>
    <message>
        <source>{text} is no month. Type it such as 2026-11.</source>
        <translation>{text} कोई महीना नहीं है। उसे ऐसे लिखें: 2026-11।</translation>
    </message>
    <message>
        <source>From {limit} on the invoice names the buyer: enter address and State with F2. Nothing was taken.</source>
        <translation>{limit} से चालान पर ख़रीदार का नाम-पता होता है: F2 से पता और राज्य लिखें। कुछ नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Money was taken for {reference}: its papers name the buyer of then. Another buyer needs a credit note and a new invoice.</source>
        <translation>{reference} के लिए पैसा लिया जा चुका है: उसके काग़ज़ों पर तब का ख़रीदार है। दूसरे ख़रीदार के लिए क्रेडिट नोट और नया चालान चाहिए।</translation>
    </message>
    <message>
        <source>The return of {month} is filed, so no paper is dated in it. Look at the clock of this desk: it may be set back. A manager can open the month again.</source>
        <translation>{month} का रिटर्न दाख़िल है, इसलिए उसमें किसी काग़ज़ की तारीख़ नहीं पड़ती। इस डेस्क की घड़ी देखें: वह पीछे हो सकती है। मैनेजर महीने को फिर खोल सकता है।</translation>
    </message>
    <message>
        <source>The numbers {begin} of this desk are used up until 1 April. Work at another desk, or set up one more. Nothing was written.</source>
        <translation>इस डेस्क के {begin} वाले नंबर 1 अप्रैल तक के लिए खत्म हो गए हैं। दूसरे डेस्क पर काम करें, या एक और डेस्क बनाएँ। कुछ भी नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>{month} is not over: its return is filed afterwards.</source>
        <translation>{month} पूरा नहीं हुआ: उसका रिटर्न बाद में दाख़िल होता है।</translation>
    </message>
    <message>
        <source>{month} is not filed, or was opened again at another desk. Look at the list once more.</source>
        <translation>{month} दाख़िल नहीं है, या दूसरी डेस्क पर फिर खोला गया। सूची फिर देखें।</translation>
    </message>
    <message>
        <source>{number} has its IRN, or this IRN stands on another paper: each is entered once. Nothing was changed.</source>
        <translation>{number} का IRN है, या यह IRN दूसरे काग़ज़ पर है: हर एक एक ही बार दर्ज होता है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>{number} waits for no IRN. Nothing was changed.</source>
        <translation>{number} किसी IRN की प्रतीक्षा में नहीं है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>This answer of the portal is about {told}, not about {number}. Nothing was changed.</source>
        <translation>पोर्टल का यह उत्तर {told} के बारे में है, {number} के बारे में नहीं। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>{code} files no GSTR-1: it is not known, pays by turnover, or was not in force then. Choose another registration or month.</source>
        <translation>{code} GSTR-1 नहीं भरता: वह ज्ञात नहीं, कारोबार पर कर देता है, या तब लागू नहीं था। दूसरा पंजीकरण या महीना चुनें।</translation>
    </message>
    <message>
        <source>Line {count} is no name of a ledger: nothing was changed. Save the names, change only the column name, and read that file.</source>
        <translation>पंक्ति {count} किसी खाते का नाम नहीं है: कुछ नहीं बदला गया। नाम सहेजें, केवल स्तंभ name बदलें और वही फ़ाइल पढ़ें।</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>reference, name, last digits, what was sold</source>
        <translation>रेफ़रेंस, नाम, आख़िरी अंक, क्या बिका</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>पहला दिन</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>आख़िरी दिन</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>डेस्क</translation>
    </message>
    <message>
        <source>from</source>
        <translation>से</translation>
    </message>
    <message>
        <source>to</source>
        <translation>तक</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>state</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>tender</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Desk {code}</source>
        <translation>डेस्क {code}</translation>
    </message>
    <message>
        <source>any day</source>
        <translation>कोई भी दिन</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <source>Which booking is to be cancelled?</source>
        <translation>कौन-सी बुकिंग रद्द करनी है?</translation>
    </message>
    <message>
        <source>reference, mobile number or its last digits</source>
        <translation>रेफ़रेंस, मोबाइल नंबर या उसके आख़िरी अंक</translation>
    </message>
    <message>
        <source>Reference or mobile number</source>
        <translation>रेफ़रेंस या मोबाइल नंबर</translation>
    </message>
    <message>
        <source>Bookings found</source>
        <translation>मिली बुकिंग</translation>
    </message>
    <message>
        <source>Enter finds it</source>
        <translation>Enter से खोजें</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>When the numbers were read</source>
        <translation>आँकड़े कब पढ़े गए</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>कुंजियाँ</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>what</source>
        <translation>क्या चाहिए</translation>
    </message>
    <message>
        <source>promo</source>
        <translation>प्रोमो</translation>
    </message>
    <message>
        <source>park</source>
        <translation>बाद में</translation>
    </message>
    <message>
        <source>decide</source>
        <translation>निर्णय</translation>
    </message>
    <message>
        <source>cancel it</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>give back</source>
        <translation>वापस करें</translation>
    </message>
    <message>
        <source>move</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>print</source>
        <translation>छापें</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>करें</translation>
    </message>
    <message>
        <source>pay</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>customer&apos;s screen</source>
        <translation>ग्राहक की स्क्रीन</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>स्टॉक</translation>
    </message>
    <message>
        <source>review</source>
        <translation>सूची</translation>
    </message>
    <message>
        <source>back</source>
        <translation>वापस</translation>
    </message>
</context>
<context>
    <name>GiveBack</name>
    <message>
        <source>{reference} was given back: its units are free.</source>
        <translation>{reference} छोड़ दी गई: इसकी सीटें या कमरे अब खाली हैं।</translation>
    </message>
    <message>
        <source>Money was taken for {reference} already, so it can&apos;t just be given back. F10 cancels it and shows what goes back.</source>
        <translation>{reference} के लिए पैसे लिए जा चुके हैं, इसलिए इसे यूँ ही नहीं छोड़ा जा सकता। F10 इसे रद्द करता है और दिखाता है कि कितना वापस जाएगा।</translation>
    </message>
    <message>
        <source>A payment for {reference} is on its way. Enter opens it: stop it there with S, then give the hold back.</source>
        <translation>{reference} का एक भुगतान चल रहा है। Enter उसे खोलता है: वहाँ S से रोकें, फिर होल्ड छोड़ें।</translation>
    </message>
</context>
<context>
    <name>GroupBox</name>
    <message>
        <source>Take out of the basket (Delete)</source>
        <translation>बास्केट से हटाएँ (Delete)</translation>
    </message>
    <message>
        <source>Take {title} out of the basket</source>
        <translation>{title} को बास्केट से हटाएँ</translation>
    </message>
</context>
<context>
    <name>GuestForm</name>
    <message>
        <source>Entry of the register</source>
        <translation>रजिस्टर की प्रविष्टि</translation>
    </message>
    <message>
        <source>from abroad: Form III</source>
        <translation>विदेश से: फ़ॉर्म III</translation>
    </message>
    <message>
        <source>New guest</source>
        <translation>नए अतिथि</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>राष्ट्रीयता</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>पासपोर्ट</translation>
    </message>
    <message>
        <source>Visa</source>
        <translation>वीज़ा</translation>
    </message>
    <message>
        <source>Arrived from</source>
        <translation>कहाँ से आए</translation>
    </message>
    <message>
        <source>Going to</source>
        <translation>कहाँ जाएँगे</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>आने का कारण</translation>
    </message>
    <message>
        <source>Kind of ID</source>
        <translation>पहचान-पत्र</translation>
    </message>
    <message>
        <source>Its last four</source>
        <translation>आख़िरी चार अंक</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>वाहन</translation>
    </message>
</context>
<context>
    <name>HaltLine</name>
    <message>
        <source>Books</source>
        <translation>बही</translation>
    </message>
    <message>
        <source>It is right   Ctrl+T</source>
        <translation>सही है   Ctrl+T</translation>
    </message>
    <message>
        <source>▲ More than a day of sales stands in no backup: look at the page Books.</source>
        <translation>▲ एक दिन से ज़्यादा की बिक्री किसी बैकअप में नहीं है: बही का पेज देखें।</translation>
    </message>
</context>
<context>
    <name>Halts</name>
    <message>
        <source>The books are damaged ({tables}): nothing is sold. Reading still works; the page Books has more.</source>
        <translation>बही ख़राब हो गई है ({tables}): कुछ नहीं बिकेगा। पढ़ना चलता रहेगा; ‘बही’ पृष्ठ पर और जानकारी है।</translation>
    </message>
    <message>
        <source>The books are damaged: nothing is sold. Reading still works; the page Books has more.</source>
        <translation>बही ख़राब हो गई है: कुछ नहीं बिकेगा। पढ़ना चलता रहेगा; ‘बही’ पृष्ठ पर और जानकारी है।</translation>
    </message>
    <message>
        <source>The file of the books was exchanged while the desk was open: nothing is sold. End this program and start it again.</source>
        <translation>डेस्क खुला था और बही की फ़ाइल बदल दी गई: कुछ नहीं बिकेगा। यह प्रोग्राम बंद करके फिर से शुरू करें।</translation>
    </message>
    <message>
        <source>These are not the books that were here: nothing is sold.</source>
        <translation>यह वह बही नहीं है जो यहाँ थी: कुछ नहीं बिकेगा।</translation>
    </message>
    <message>
        <source>A newer Counterfoil has changed these books. End this program, start the newer one.</source>
        <translation>नए Counterfoil ने यह बही बदल दी है। यह प्रोग्राम बंद करें, नया चलाएँ।</translation>
    </message>
    <message>
        <source>These books were moved: sell at their new place.</source>
        <translation>यह बही दूसरी जगह चली गई है: वहीं बेचें।</translation>
    </message>
    <message>
        <source>These books were moved to {place} on {day}: sell there. Reading still works here.</source>
        <translation>यह बही {day} को {place} पर चली गई: वहीं बेचें। यहाँ केवल पढ़ा जा सकता है।</translation>
    </message>
    <message>
        <source>Another PC works as this desk: nothing is sold here. Go on there, or end it there.</source>
        <translation>यह डेस्क दूसरे PC पर खुला है: यहाँ कुछ नहीं बिकेगा। वहीं आगे बढ़ें, या उसे वहाँ बंद करें।</translation>
    </message>
    <message>
        <source>another PC</source>
        <translation>दूसरे पीसी</translation>
    </message>
    <message>
        <source>Desk {code} was opened on {host} on {moment}, while this PC was silent: nothing is sold here. Go on there, or end it there.</source>
        <translation>डेस्क {code} इस पीसी के चुप रहने के समय {moment} को {host} पर खोली गई: यहाँ कुछ नहीं बिकेगा। वहीं काम करें, या उसे वहाँ बंद करें।</translation>
    </message>
    <message>
        <source>The books lack {count} records that this desk has written: nothing is sold until that is read and accepted on the page Books.</source>
        <translation>इस डेस्क की लिखी {count} प्रविष्टियाँ बही में नहीं हैं: ‘बही’ पृष्ठ पर पढ़कर मान लेने तक कुछ नहीं बिकेगा।</translation>
    </message>
    <message>
        <source>The books lack what this desk has written: nothing is sold until that is read and accepted.</source>
        <translation>इस डेस्क ने जो लिखा था वह बही में नहीं है: उसे पढ़कर स्वीकार करने तक कुछ नहीं बिकेगा।</translation>
    </message>
    <message>
        <source>The standby does not answer; sales are not confirmed, so nothing is sold. Reading works.</source>
        <translation>सहायक सर्वर जवाब नहीं दे रहा; बिक्री पक्की नहीं होती, इसलिए कुछ नहीं बिक रहा। पढ़ना चलता है।</translation>
    </message>
    <message>
        <source>The server only reads now, as a standby does: nothing is sold until it takes writes again.</source>
        <translation>सर्वर अभी केवल पढ़ने देता है, जैसे सहायक सर्वर: जब तक वह फिर लिखने न दे, कुछ नहीं बिकेगा।</translation>
    </message>
    <message>
        <source>This PC sees these books for the first time.</source>
        <translation>यह कंप्यूटर इस बही को पहली बार देख रहा है।</translation>
    </message>
    <message>
        <source>This PC sees these books for the first time: compare your last paper with {paper}.</source>
        <translation>यह कंप्यूटर इस बही को पहली बार देख रहा है: अपना आख़िरी काग़ज़ {paper} से मिलाएँ।</translation>
    </message>
    <message>
        <source>Day and time are in question: look at the clock before you sell.</source>
        <translation>दिन और समय पर संदेह है: बेचने से पहले घड़ी देखें।</translation>
    </message>
    <message>
        <source>◌ The books are being checked; the first sale waits for it.</source>
        <translation>◌ बही जाँची जा रही है; पहली बिक्री इसके बाद होगी।</translation>
    </message>
    <message>
        <source>◌ The books are being checked, {done} %; the first sale waits for it.</source>
        <translation>◌ बही जाँची जा रही है, {done} %; पहली बिक्री इसके बाद होगी।</translation>
    </message>
    <message>
        <source>These books are only read: nothing can be changed here.</source>
        <translation>यह बही सिर्फ़ पढ़ने के लिए खुली है: यहाँ कुछ बदला नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Read only, as of {moment}: nothing can be changed here.</source>
        <translation>सिर्फ़ पढ़ने के लिए, {moment} तक की: यहाँ कुछ बदला नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Read only, as of {moment}, from a copy in a temporary folder, because the program that wrote these books broke off: nothing can be changed here.</source>
        <translation>सिर्फ़ पढ़ने के लिए, {moment} तक की, अस्थायी फ़ोल्डर की नक़ल से, क्योंकि इसे लिखने वाला प्रोग्राम बीच में रुक गया था: यहाँ कुछ बदला नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The last good backup is of {moment} UTC; end every desk and type: {line}</source>
        <translation>पिछला सही बैकअप {moment} UTC का है; हर डेस्क बंद करें और टाइप करें: {line}</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>Whose booking it is: number or name</source>
        <translation>बुकिंग किसकी है: नंबर या नाम</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <source>Why it goes to another customer</source>
        <translation>दूसरे ग्राहक को क्यों जाती है</translation>
    </message>
    <message>
        <source>Find the customer first: exactly one.</source>
        <translation>पहले ग्राहक खोजिए: ठीक एक।</translation>
    </message>
    <message>
        <source>Give it to another customer   F9</source>
        <translation>दूसरे ग्राहक को दें   F9</translation>
    </message>
    <message>
        <source>Give {reference} to {name}   F9</source>
        <translation>{reference} {name} को दें   F9</translation>
    </message>
    <message>
        <source>{reference}, {total}, goes from {old} to {new}. No wallet paid for it, so none changes.</source>
        <translation>{reference}, {total}, {old} से {new} को जाती है। किसी वॉलेट से पैसा नहीं लगा, इसलिए कोई वॉलेट नहीं बदलता।</translation>
    </message>
    <message>
        <source>{reference}, {total}, goes from {old} to {new}. {amount} go back to the wallet of {old}, which then holds {old_after}, and come out of that of {new}, which then holds {new_after}.</source>
        <translation>{reference}, {total}, {old} से {new} को जाती है। {amount} {old} के वॉलेट में लौटते हैं, जिसमें तब {old_after} होंगे, और {new} के वॉलेट से निकलते हैं, जिसमें तब {new_after} होंगे।</translation>
    </message>
</context>
<context>
    <name>HoldCountdown</name>
    <message>
        <source>ended</source>
        <translation>समाप्त</translation>
    </message>
    <message>
        <source>ends soon</source>
        <translation>कम समय बचा</translation>
    </message>
    <message>
        <source>Time left of the hold</source>
        <translation>होल्ड का बचा समय</translation>
    </message>
</context>
<context>
    <name>HoldFoot</name>
    <message>
        <source>Total</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>Hold {amount} for 10:00   Enter</source>
        <translation>{amount} · 10:00 मिनट होल्ड करें   Enter</translation>
    </message>
    <message>
        <source>Hold for 10:00   Enter</source>
        <translation>10:00 मिनट होल्ड करें   Enter</translation>
    </message>
    <message>
        <source>wallet {wallet}, left to pay {rest}</source>
        <translation>वॉलेट {wallet}, बाकी {rest}</translation>
    </message>
</context>
<context>
    <name>HoldKeys</name>
    <message>
        <source>E  until {time}</source>
        <translation>E  {time} तक</translation>
    </message>
    <message>
        <source>{who} (desk {desk}) ended your hold {reference}, {title}: {reason}</source>
        <translation>{who} (काउंटर {desk}) ने आपकी होल्ड {reference}, {title} ख़त्म की: {reason}</translation>
    </message>
</context>
<context>
    <name>HoldList</name>
    <message>
        <source>Live holds</source>
        <translation>चालू होल्ड</translation>
    </message>
    <message>
        <source>hold again</source>
        <translation>फिर रोकें</translation>
    </message>
    <message>
        <source>◔ paying</source>
        <translation>◔ भुगतान जारी</translation>
    </message>
    <message>
        <source>◑ {paid} paid</source>
        <translation>◑ {paid} मिले</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Type what the customer wants in the line above and press Enter.</source>
        <translation>ग्राहक को जो चाहिए, ऊपर लिखें और Enter दबाएँ।</translation>
    </message>
    <message>
        <source>A mobile number, “dlx 2” for two nights, a bus route, a tour, or a receipt’s reference.</source>
        <translation>मोबाइल नंबर, दो रातों के लिए “dlx 2”, बस का रूट, टूर, या रसीद का रेफ़रेंस।</translation>
    </message>
</context>
<context>
    <name>HouseCard</name>
    <message>
        <source>The business</source>
        <translation>व्यवसाय</translation>
    </message>
    <message>
        <source>It stands in the head of this window and on every paper that is made from now on. Papers that were made before keep what they say.</source>
        <translation>यह इस विंडो के ऊपर और अब से बने हर काग़ज़ पर रहता है। पहले बने काग़ज़ों पर जो लिखा है वही रहता है।</translation>
    </message>
    <message>
        <source>Name of the business</source>
        <translation>व्यवसाय का नाम</translation>
    </message>
    <message>
        <source>State (name or two digits)</source>
        <translation>राज्य (नाम या दो अंक)</translation>
    </message>
    <message>
        <source>State of the business</source>
        <translation>व्यवसाय का राज्य</translation>
    </message>
    <message>
        <source>Keep name and address   Alt+B</source>
        <translation>नाम और पता रखें   Alt+B</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Address, line {number} (may be empty)</source>
        <translation>पता, पंक्ति {number} (खाली रह सकती है)</translation>
    </message>
</context>
<context>
    <name>InstrumentPanel</name>
    <message>
        <source>Payment link</source>
        <translation>भुगतान लिंक</translation>
    </message>
    <message>
        <source>Amount asked for</source>
        <translation>माँगी गई राशि</translation>
    </message>
    <message>
        <source>Stop and take another way   S</source>
        <translation>रोकें और दूसरा तरीका लें   S</translation>
    </message>
    <message>
        <source>Stop and take another way</source>
        <translation>रोकें और दूसरा तरीका लें</translation>
    </message>
    <message>
        <source>Customer&apos;s screen   F12</source>
        <translation>ग्राहक की स्क्रीन   F12</translation>
    </message>
    <message>
        <source>Customer&apos;s screen</source>
        <translation>ग्राहक की स्क्रीन</translation>
    </message>
    <message>
        <source>Pay as the customer   P</source>
        <translation>ग्राहक बनकर भुगतान करें   P</translation>
    </message>
    <message>
        <source>Pay as the customer, on the practice phone</source>
        <translation>अभ्यास फ़ोन पर ग्राहक बनकर भुगतान करें</translation>
    </message>
    <message>
        <source>Stop the QR code first: S</source>
        <translation>पहले QR कोड रोकें: S</translation>
    </message>
    <message>
        <source>Stop the link first: S</source>
        <translation>पहले लिंक रोकें: S</translation>
    </message>
    <message>
        <source>This can&apos;t be stopped now: wait for its answer.</source>
        <translation>इसे अभी नहीं रोका जा सकता: जवाब का इंतज़ार करें।</translation>
    </message>
    <message>
        <source>can be paid for {time}</source>
        <translation>भुगतान के लिए {time} बाकी</translation>
    </message>
    <message>
        <source>can no longer be paid</source>
        <translation>अब भुगतान नहीं हो सकता</translation>
    </message>
</context>
<context>
    <name>InvoiceCorrection</name>
    <message>
        <source>Make them anew   F9</source>
        <translation>नए बनाएँ   F9</translation>
    </message>
    <message>
        <source>Why the papers are made anew</source>
        <translation>काग़ज़ नए क्यों बनाए जाते हैं</translation>
    </message>
    <message>
        <source>Each paper of {reference} is answered in full and made anew for {name}, with name, address and GSTIN as they are saved now (F2). Price and money stay as they are.</source>
        <translation>{reference} का हर काग़ज़ पूरा रद्द होकर {name} के लिए नया बनता है, नाम, पते और GSTIN के साथ जैसे वे अभी सहेजे हैं (F2)। दाम और पैसे वैसे ही रहते हैं।</translation>
    </message>
</context>
<context>
    <name>IrnForm</name>
    <message>
        <source>Read the portal’s file…   F</source>
        <translation>पोर्टल की फ़ाइल पढ़ें…   F</translation>
    </message>
    <message>
        <source>Write the file for the portal…   X</source>
        <translation>पोर्टल के लिए फ़ाइल लिखें…   X</translation>
    </message>
    <message>
        <source>IRN</source>
        <translation>IRN</translation>
    </message>
    <message>
        <source>Acknowledgement number</source>
        <translation>पावती नंबर</translation>
    </message>
    <message>
        <source>Acknowledged on</source>
        <translation>पावती की तारीख़</translation>
    </message>
    <message>
        <source>Signed text of the QR code</source>
        <translation>QR कोड का हस्ताक्षरित पाठ</translation>
    </message>
    <message>
        <source>64 figures from 0 to 9 and a to f</source>
        <translation>0 से 9 और a से f तक के 64 अंक</translation>
    </message>
    <message>
        <source>24-11-2026 10:20</source>
        <translation>24-11-2026 10:20</translation>
    </message>
    <message>
        <source>Enter the IRN of {number}   F9</source>
        <translation>{number} का IRN दर्ज करें   F9</translation>
    </message>
    <message>
        <source>The portal’s file</source>
        <translation>पोर्टल की फ़ाइल</translation>
    </message>
    <message>
        <source>{count} papers have their IRN now: print them again as invoices.</source>
        <translation>{count} काग़ज़ों का IRN अब है: उन्हें चालान के रूप में फिर छापें।</translation>
    </message>
    <message>
        <source>File for the portal</source>
        <translation>पोर्टल के लिए फ़ाइल</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>{file} में लिखा गया।</translation>
    </message>
</context>
<context>
    <name>KeyedPage</name>
    <message>
        <source>There is nothing here that this key could do now.</source>
        <translation>यह कुंजी यहाँ अभी कुछ नहीं कर सकती।</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Key &amp;id</source>
        <translation>की आईडी (&amp;I)</translation>
    </message>
    <message>
        <source>Key id</source>
        <translation>की आईडी</translation>
    </message>
    <message>
        <source>Key &amp;secret</source>
        <translation>की सीक्रेट (&amp;S)</translation>
    </message>
    <message>
        <source>Key secret</source>
        <translation>की सीक्रेट</translation>
    </message>
    <message>
        <source>paste it here; it is never shown</source>
        <translation>यहाँ पेस्ट करें; यह कभी दिखाया नहीं जाता</translation>
    </message>
    <message>
        <source>Keys of the account</source>
        <translation>खाते की कुंजियाँ (API keys)</translation>
    </message>
    <message>
        <source>Forget the key ending in {end} for good   Alt+F</source>
        <translation>{end} पर ख़त्म कुंजी हमेशा के लिए हटाएँ   Alt+F</translation>
    </message>
    <message>
        <source>Forget the kept key …   Alt+F</source>
        <translation>रखी हुई कुंजी हटाएँ …   Alt+F</translation>
    </message>
    <message>
        <source>Keep in this computer&apos;s keyring   F9</source>
        <translation>इस कंप्यूटर के कीरिंग में रखें   F9</translation>
    </message>
    <message>
        <source>Try again   Alt+T</source>
        <translation>फिर जाँचें   Alt+T</translation>
    </message>
    <message>
        <source>Try these keys   F9</source>
        <translation>ये कुंजियाँ जाँचें   F9</translation>
    </message>
</context>
<context>
    <name>KeysOverlay</name>
    <message>
        <source>Keys</source>
        <translation>कुंजियाँ</translation>
    </message>
    <message>
        <source>Any key closes this sheet.</source>
        <translation>किसी भी कुंजी से यह सूची बंद होगी।</translation>
    </message>
    <message>
        <source>Day, after a code or route:  24 nov   24-26 nov   24/11   sat   tomorrow   +3</source>
        <translation>कोड या रूट के बाद दिन:  24 nov   24-26 nov   24/11   sat   कल   +3</translation>
    </message>
    <message>
        <source>How many:  2 (nights, seats or places)   2n 2r 2a1c (nights, rooms, adults, children)</source>
        <translation>कितने:  2 (रातें, सीटें या जगहें)   2n 2r 2a1c (रातें, कमरे, वयस्क, बच्चे)</translation>
    </message>
    <message>
        <source>command field</source>
        <translation>कमांड लाइन</translation>
    </message>
    <message>
        <source>customer; Alt+D, J: put right</source>
        <translation>ग्राहक; Alt+D, J: सुधारें</translation>
    </message>
    <message>
        <source>cases to decide; set-up; review</source>
        <translation>मामले; सेट-अप; बुकिंग की सूची</translation>
    </message>
    <message>
        <source>deposit, part, account, event, buyer</source>
        <translation>अग्रिम, हिस्सा, खाता, अवसर, ख़रीदार</translation>
    </message>
    <message>
        <source>print; once more; what is stuck</source>
        <translation>छापें; फिर से; जो अटका है</translation>
    </message>
    <message>
        <source>promo, discount: 10%; read again</source>
        <translation>प्रोमो, छूट: 10%; फिर पढ़ें</translation>
    </message>
    <message>
        <source>wallet on or off</source>
        <translation>वॉलेट चालू या बंद</translation>
    </message>
    <message>
        <source>stop a QR code or link</source>
        <translation>QR कोड या लिंक रोकें</translation>
    </message>
    <message>
        <source>next step; one step back, holds stay</source>
        <translation>अगला कदम; पीछे, होल्ड रहते हैं</translation>
    </message>
    <message>
        <source>quote; park it: back to the desk</source>
        <translation>कोटेशन; बाद में: डेस्क पर वापस</translation>
    </message>
    <message>
        <source>main step, pay; cancel a booking</source>
        <translation>मुख्य काम, भुगतान; बुकिंग रद्द करें</translation>
    </message>
    <message>
        <source>stock; Ctrl+W: why not free</source>
        <translation>स्टॉक; Ctrl+W: ख़ाली क्यों नहीं</translation>
    </message>
    <message>
        <source>give a hold back; ten minutes more</source>
        <translation>होल्ड वापस दें; दस मिनट और</translation>
    </message>
    <message>
        <source>lists: guest came; whole booking</source>
        <translation>सूचियाँ: अतिथि आए; पूरी बुकिंग</translation>
    </message>
    <message>
        <source>ways to pay, as on the buttons</source>
        <translation>भुगतान के तरीके, जैसे बटनों पर</translation>
    </message>
    <message>
        <source>receipt; in practice, the phone</source>
        <translation>रसीद; अभ्यास में ग्राहक का फ़ोन</translation>
    </message>
    <message>
        <source>cancel the booking shown</source>
        <translation>दिखाई गई बुकिंग रद्द करें</translation>
    </message>
    <message>
        <source>its tender or customer was wrong</source>
        <translation>भुगतान का तरीक़ा या ग्राहक ग़लत था</translation>
    </message>
    <message>
        <source>another seat or room for it</source>
        <translation>उसके लिए दूसरी सीट या कमरा</translation>
    </message>
    <message>
        <source>cancelling: one line, all, void, fee</source>
        <translation>रद्द करना: एक पंक्ति, सब, निरस्त, शुल्क</translation>
    </message>
    <message>
        <source>open what came; time right</source>
        <translation>जो आया उसे खोलें; समय सही</translation>
    </message>
    <message>
        <source>another person; lock the desk</source>
        <translation>दूसरा व्यक्ति; डेस्क पर ताला</translation>
    </message>
    <message>
        <source>shift: open, into the safe, close</source>
        <translation>पाली: खोलें, तिजोरी, बंद</translation>
    </message>
    <message>
        <source>light or dark; Hindi or English; size</source>
        <translation>हल्का या गहरा; हिंदी या अंग्रेज़ी; आकार</translation>
    </message>
</context>
<context>
    <name>LanguageSwitch</name>
    <message>
        <source>The language is changed at the desk: go back with Esc, then press Ctrl+L.</source>
        <translation>भाषा डेस्क पर बदलती है: Esc से वापस जाएँ, फिर Ctrl+L दबाएँ।</translation>
    </message>
    <message>
        <source>stock, F11</source>
        <translation>स्टॉक, F11</translation>
    </message>
    <message>
        <source>review, F12</source>
        <translation>सूची, F12</translation>
    </message>
    <message>
        <source>settings, F7</source>
        <translation>सेटिंग, F7</translation>
    </message>
    <message>
        <source>Something is still typed on another page ({page}). Finish or empty it first.</source>
        <translation>दूसरे पेज ({page}) पर अभी कुछ लिखा है। पहले उसे पूरा करें या मिटाएँ।</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>company paid</source>
        <translation>कंपनी ने चुकाया</translation>
    </message>
    <message>
        <source>sale</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>वापसी</translation>
    </message>
    <message>
        <source>cancellation</source>
        <translation>रद्द करना</translation>
    </message>
    <message>
        <source>refund elsewhere</source>
        <translation>कहीं और की गई वापसी</translation>
    </message>
    <message>
        <source>refund not ours</source>
        <translation>हमारी न होने वाली वापसी</translation>
    </message>
    <message>
        <source>tender corrected</source>
        <translation>भुगतान-तरीका ठीक किया</translation>
    </message>
    <message>
        <source>unresolved money</source>
        <translation>अनिर्णीत पैसा</translation>
    </message>
    <message>
        <source>unresolved to booking</source>
        <translation>अनिर्णीत पैसा बुकिंग में</translation>
    </message>
    <message>
        <source>unresolved not ours</source>
        <translation>अनिर्णीत पैसा हमारा नहीं</translation>
    </message>
    <message>
        <source>wallet reserved</source>
        <translation>वॉलेट से रोका गया</translation>
    </message>
    <message>
        <source>wallet reserve voided</source>
        <translation>वॉलेट की रोक हटाई</translation>
    </message>
    <message>
        <source>wallet of another customer</source>
        <translation>दूसरे ग्राहक का वॉलेट</translation>
    </message>
    <message>
        <source>wallets made one</source>
        <translation>वॉलेट एक किए गए</translation>
    </message>
    <message>
        <source>wallet top up</source>
        <translation>वॉलेट में जमा</translation>
    </message>
    <message>
        <source>wallet top up reversed</source>
        <translation>वॉलेट की जमा वापस ली</translation>
    </message>
    <message>
        <source>float of a shift</source>
        <translation>पाली के खुले पैसे</translation>
    </message>
    <message>
        <source>close of a shift</source>
        <translation>पाली का समापन</translation>
    </message>
    <message>
        <source>cash from the safe</source>
        <translation>तिजोरी से नकद</translation>
    </message>
    <message>
        <source>cash from the bank</source>
        <translation>बैंक से नकद</translation>
    </message>
    <message>
        <source>cash into the safe</source>
        <translation>तिजोरी में नकद</translation>
    </message>
    <message>
        <source>cash paid out</source>
        <translation>दिया गया नकद</translation>
    </message>
    <message>
        <source>paid out by the gateway</source>
        <translation>गेटवे ने खाते में भेजा</translation>
    </message>
    <message>
        <source>payout put where it belongs</source>
        <translation>भेजी गई राशि सही जगह रखी</translation>
    </message>
</context>
<context>
    <name>LegTable</name>
    <message>
        <source>tender</source>
        <translation>तरीका</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>back</source>
        <translation>वापसी</translation>
    </message>
    <message>
        <source>where to</source>
        <translation>कहाँ</translation>
    </message>
    <message>
        <source>when</source>
        <translation>कब</translation>
    </message>
    <message>
        <source>wallet instead   W</source>
        <translation>इसके बदले वॉलेट   W</translation>
    </message>
    <message>
        <source>{tender}: give it to the wallet instead</source>
        <translation>{tender}: इसके बदले वॉलेट में दें</translation>
    </message>
    <message>
        <source>together</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>रखा गया</translation>
    </message>
    <message>
        <source>rounded to {amount}</source>
        <translation>पूर्णांक {amount}</translation>
    </message>
    <message>
        <source>{amount} went back before</source>
        <translation>{amount} पहले वापस गया</translation>
    </message>
    <message>
        <source>{amount} was kept before</source>
        <translation>{amount} पहले रखा गया</translation>
    </message>
    <message>
        <source>{amount} for what goes on</source>
        <translation>{amount} जो जारी है उसका</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>free {count}</source>
        <translation>खाली {count}</translation>
    </message>
    <message>
        <source>chosen {count}</source>
        <translation>चुने {count}</translation>
    </message>
    <message>
        <source>held {count}</source>
        <translation>होल्ड {count}</translation>
    </message>
    <message>
        <source>sold {count}</source>
        <translation>बुक {count}</translation>
    </message>
    <message>
        <source>blocked {count}</source>
        <translation>ब्लॉक {count}</translation>
    </message>
    <message>
        <source>ladies only</source>
        <translation>सिर्फ़ महिलाएँ</translation>
    </message>
</context>
<context>
    <name>Lifecycle</name>
    <message>
        <source>room</source>
        <translation>कमरा</translation>
    </message>
    <message>
        <source>bus</source>
        <translation>बस</translation>
    </message>
    <message>
        <source>tour</source>
        <translation>टूर</translation>
    </message>
    <message>
        <source>released</source>
        <translation>छोड़ा गया</translation>
    </message>
    <message>
        <source>held</source>
        <translation>होल्ड पर</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>कन्फ़र्म</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>समय समाप्त</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>पूरी</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>{left} बाकी</translation>
    </message>
    <message>
        <source>its slip is to be entered</source>
        <translation>इसकी पर्ची दर्ज करनी है</translation>
    </message>
    <message>
        <source>UPI</source>
        <translation>UPI</translation>
    </message>
    <message>
        <source>payment link</source>
        <translation>भुगतान लिंक</translation>
    </message>
    <message>
        <source>card or netbanking</source>
        <translation>कार्ड या नेटबैंकिंग</translation>
    </message>
    <message>
        <source>own UPI code</source>
        <translation>अपना UPI कोड</translation>
    </message>
    <message>
        <source>bank transfer</source>
        <translation>बैंक ट्रांसफ़र</translation>
    </message>
    <message>
        <source>cheque</source>
        <translation>चेक</translation>
    </message>
    <message>
        <source>on account</source>
        <translation>खाते पर</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>गेटवे</translation>
    </message>
    <message>
        <source>wallet</source>
        <translation>वॉलेट</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>नकद</translation>
    </message>
    <message>
        <source>card slip</source>
        <translation>कार्ड पर्ची</translation>
    </message>
    <message>
        <source>to be sent</source>
        <translation>भेजना बाकी</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>भेजा गया</translation>
    </message>
    <message>
        <source>at the bank</source>
        <translation>बैंक में</translation>
    </message>
    <message>
        <source>done</source>
        <translation>हो गया</translation>
    </message>
    <message>
        <source>failed, open case</source>
        <translation>नहीं हुआ, मामला खुला</translation>
    </message>
    <message>
        <source>given back another way</source>
        <translation>दूसरे तरीके से लौटाया</translation>
    </message>
</context>
<context>
    <name>LimitTable</name>
    <message>
        <source>What each role may do</source>
        <translation>कौन क्या कर सकता है</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>काम</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>क्लर्क</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>मैनेजर</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>no</source>
        <translation>नहीं</translation>
    </message>
    <message>
        <source>always</source>
        <translation>हमेशा</translation>
    </message>
    <message>
        <source>up to {most}</source>
        <translation>अधिकतम {most}</translation>
    </message>
</context>
<context>
    <name>LimitsWindow</name>
    <message>
        <source>Limits</source>
        <translation>सीमाएँ</translation>
    </message>
    <message>
        <source>What is above a limit needs a manager&apos;s yes. • the house has set it itself.</source>
        <translation>सीमा से ऊपर के लिए मैनेजर की हाँ चाहिए। • प्रतिष्ठान ने खुद तय की है।</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>सीमा</translation>
    </message>
    <message>
        <source>Enter  change      Esc  back</source>
        <translation>Enter  बदलें      Esc  वापस</translation>
    </message>
    <message>
        <source>A clerk</source>
        <translation>क्लर्क</translation>
    </message>
    <message>
        <source>A manager</source>
        <translation>मैनेजर</translation>
    </message>
    <message>
        <source>Set: {limit}   Enter</source>
        <translation>तय करें: {limit}   Enter</translation>
    </message>
    <message>
        <source>That is no limit. Type {no}, {always}, an amount, a share such as 5%, or both.</source>
        <translation>यह कोई सीमा नहीं। {no}, {always}, कोई राशि, 5% जैसा हिस्सा, या दोनों लिखें।</translation>
    </message>
    <message>
        <source>The limit is set.</source>
        <translation>सीमा तय हो गई।</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>what</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>when</source>
        <translation>कब</translation>
    </message>
    <message>
        <source>back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>why</source>
        <translation>क्यों</translation>
    </message>
</context>
<context>
    <name>LineTimes</name>
    <message>
        <source>in {check_in}, out {check_out}</source>
        <translation>आगमन {check_in}, प्रस्थान {check_out}</translation>
    </message>
    <message>
        <source>departs {moment}</source>
        <translation>बस छूटती है {moment}</translation>
    </message>
    <message>
        <source>was {before}, now {now}</source>
        <translation>पहले {before}, अब {now}</translation>
    </message>
    <message>
        <source>check-out was {before}, now {now}</source>
        <translation>प्रस्थान पहले {before}, अब {now}</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>{unit}, before {before}</source>
        <translation>{unit}, पहले {before}</translation>
    </message>
    <message>
        <source>× cancelled {moment}</source>
        <translation>× {moment} को रद्द</translation>
    </message>
    <message>
        <source>{amount} back</source>
        <translation>{amount} वापस</translation>
    </message>
    <message>
        <source>its policy gives nothing back now</source>
        <translation>नियम से अब कुछ वापस नहीं</translation>
    </message>
    <message>
        <source>by its policy</source>
        <translation>नियम से</translation>
    </message>
    <message>
        <source>cancelled by the house</source>
        <translation>संचालक ने रद्द किया</translation>
    </message>
    <message>
        <source>the house cancelled it: all</source>
        <translation>संचालक ने रद्द किया: पूरे</translation>
    </message>
    <message>
        <source>time changed by the house</source>
        <translation>संचालक ने समय बदला</translation>
    </message>
    <message>
        <source>the house moved it from {old} to {new}: all</source>
        <translation>संचालक ने {old} से {new} किया: पूरे</translation>
    </message>
    <message>
        <source>sold by mistake</source>
        <translation>ग़लती से बिका</translation>
    </message>
    <message>
        <source>sold by mistake: all</source>
        <translation>ग़लती से बिका: पूरे</translation>
    </message>
    <message>
        <source>only held</source>
        <translation>सिर्फ़ होल्ड</translation>
    </message>
    <message>
        <source>only held: all that was paid</source>
        <translation>सिर्फ़ होल्ड: जितना दिया उतना</translation>
    </message>
    <message>
        <source>fee waived</source>
        <translation>शुल्क माफ़</translation>
    </message>
    <message>
        <source>its fee waived by permission</source>
        <translation>अनुमति से शुल्क माफ़</translation>
    </message>
    <message>
        <source>after use</source>
        <translation>उपयोग के बाद</translation>
    </message>
    <message>
        <source>given back after use, by permission</source>
        <translation>उपयोग के बाद अनुमति से लौटाया</translation>
    </message>
</context>
<context>
    <name>ListChoice</name>
    <message>
        <source>Day of the list</source>
        <translation>सूची का दिन</translation>
    </message>
    <message>
        <source>today, tomorrow, 24 nov, +3</source>
        <translation>आज, कल, 24 nov, +3</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>कौन-सी सूची</translation>
    </message>
</context>
<context>
    <name>ListTable</name>
    <message>
        <source>List of the day</source>
        <translation>दिन की सूची</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Arrivals</source>
        <translation>आगमन</translation>
    </message>
    <message>
        <source>In house</source>
        <translation>ठहरे हुए</translation>
    </message>
    <message>
        <source>Departures</source>
        <translation>प्रस्थान</translation>
    </message>
    <message>
        <source>Passenger chart</source>
        <translation>यात्री चार्ट</translation>
    </message>
    <message>
        <source>Tour list</source>
        <translation>टूर सूची</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>आने हैं</translation>
    </message>
    <message>
        <source>✓ came {time}</source>
        <translation>✓ {time} आए</translation>
    </message>
    <message>
        <source>✓ left {time}</source>
        <translation>✓ {time} गए</translation>
    </message>
    <message>
        <source>▲ no-show</source>
        <translation>▲ नहीं आए</translation>
    </message>
    <message>
        <source>× cancelled</source>
        <translation>× रद्द</translation>
    </message>
    <message>
        <source>× does not run</source>
        <translation>× नहीं चलेगी</translation>
    </message>
    <message>
        <source>F</source>
        <translation>म</translation>
    </message>
    <message>
        <source>M</source>
        <translation>पु</translation>
    </message>
    <message>
        <source>X</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>सीट</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>जगह</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>जाएँगे</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>आए थे</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>चढ़ेंगे</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>शुरू</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>कमरा</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>आए?</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>अतिथि</translation>
    </message>
    <message>
        <source>People</source>
        <translation>लोग</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>टेलीफ़ोन</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>बुकिंग</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>टिप्पणी</translation>
    </message>
    <message>
        <source>before {unit}</source>
        <translation>पहले {unit}</translation>
    </message>
    <message>
        <source>to {stop}</source>
        <translation>{stop} तक</translation>
    </message>
    <message>
        <source>booked by {name}</source>
        <translation>बुकिंग {name} की</translation>
    </message>
    <message>
        <source>to pay {amount}</source>
        <translation>बाक़ी {amount}</translation>
    </message>
    <message>
        <source>{expected} expected, {arrived} came, {persons} people</source>
        <translation>{expected} अपेक्षित, {arrived} आए, {persons} लोग</translation>
    </message>
    <message>
        <source>Empty ({count}): {units}</source>
        <translation>ख़ाली ({count}): {units}</translation>
    </message>
    <message>
        <source>Held: {units}</source>
        <translation>रोकी हुई: {units}</translation>
    </message>
    <message>
        <source>Blocked: {units}</source>
        <translation>बंद: {units}</translation>
    </message>
    <message>
        <source>{count} sold</source>
        <translation>{count} बिकीं</translation>
    </message>
    <message>
        <source>CANCELLED BY THE HOUSE</source>
        <translation>हमारी ओर से रद्द</translation>
    </message>
    <message>
        <source>PRACTICE – no real money, not valid</source>
        <translation>अभ्यास – असली पैसा नहीं, मान्य नहीं</translation>
    </message>
    <message>
        <source>As of {moment}</source>
        <translation>{moment} की स्थिति</translation>
    </message>
    <message>
        <source>Made {moment} · page {page} of {pages}</source>
        <translation>{moment} को बनी · पृष्ठ {page} / {pages}</translation>
    </message>
</context>
<context>
    <name>ListsWindow</name>
    <message>
        <source>← →  day      Space  came      B  all of the booking      O  open      G  register      Ctrl+F  day, list      Ctrl+P  print      Ctrl+S  CSV      Ctrl+E  XLSX</source>
        <translation>← →  दिन      Space  आए      B  पूरी बुकिंग      O  खोलें      G  रजिस्टर      Ctrl+F  दिन, सूची      Ctrl+P  छापें      Ctrl+S  CSV      Ctrl+E  XLSX</translation>
    </message>
    <message>
        <source>Nothing on this day is called “{what}”: choose from the list.</source>
        <translation>इस दिन “{what}” नाम का कुछ नहीं है: सूची में से चुनें।</translation>
    </message>
    <message>
        <source>Nothing is on sale on this day.</source>
        <translation>इस दिन कुछ बिक्री पर नहीं है।</translation>
    </message>
    <message>
        <source>Type a day as today, tomorrow, 24 nov or +3.</source>
        <translation>दिन ऐसे लिखें: आज, कल, 24 nov या +3।</translation>
    </message>
    <message>
        <source>Nobody is in this list.</source>
        <translation>इस सूची में कोई नहीं है।</translation>
    </message>
    <message>
        <source>Lists of the day</source>
        <translation>दिन की सूचियाँ</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>अंकित करें</translation>
    </message>
    <message>
        <source>{unit} {guest} came   Space</source>
        <translation>{unit} {guest} आए   Space</translation>
    </message>
    <message>
        <source>{unit} {guest} did not come   Space</source>
        <translation>{unit} {guest} नहीं आए   Space</translation>
    </message>
    <message>
        <source>{unit} {guest} left   Space</source>
        <translation>{unit} {guest} गए   Space</translation>
    </message>
    <message>
        <source>{unit} {guest} did not leave   Space</source>
        <translation>{unit} {guest} नहीं गए   Space</translation>
    </message>
    <message>
        <source>The list went to {printer}.</source>
        <translation>सूची {printer} को भेजी गई।</translation>
    </message>
    <message>
        <source>The list is saved as {path}.</source>
        <translation>सूची {path} में सहेजी गई।</translation>
    </message>
    <message>
        <source>The list could not be saved. {reason}</source>
        <translation>सूची सहेजी नहीं जा सकी। {reason}</translation>
    </message>
    <message>
        <source>The list is being read.</source>
        <translation>सूची पढ़ी जा रही है।</translation>
    </message>
</context>
<context>
    <name>LockCover</name>
    <message>
        <source>The desk is locked</source>
        <translation>डेस्क पर ताला है</translation>
    </message>
    <message>
        <source>Desk {desk} is locked</source>
        <translation>डेस्क {desk} पर ताला है</translation>
    </message>
    <message>
        <source>Type your code and your PIN, then Enter.</source>
        <translation>अपना कोड और पिन लिखें, फिर Enter।</translation>
    </message>
    <message>
        <source>This PIN was given to you. Choose one that you alone know.</source>
        <translation>यह पिन आपको दिया गया था। ऐसा पिन चुनें जो केवल आप जानें।</translation>
    </message>
    <message>
        <source>A manager&apos;s code, the recovery code as it was printed, and a new PIN.</source>
        <translation>मैनेजर का कोड, छपा हुआ रिकवरी कोड, और नया पिन।</translation>
    </message>
    <message>
        <source>The PIN is set anew, and the recovery code is used up. This is the next one.</source>
        <translation>पिन नया हो गया और रिकवरी कोड ख़र्च हो गया। यह अगला कोड है।</translation>
    </message>
    <message>
        <source>F2  a manager has forgotten the PIN</source>
        <translation>F2  मैनेजर पिन भूल गया है</translation>
    </message>
    <message>
        <source>Enter  go on      Esc  back</source>
        <translation>Enter  आगे      Esc  वापस</translation>
    </message>
    <message>
        <source>Ctrl+P  print      Enter  I have put it away</source>
        <translation>Ctrl+P  छापें      Enter  मैंने रख लिया</translation>
    </message>
    <message>
        <source>The two were not alike. Type the new PIN twice.</source>
        <translation>दोनों एक जैसे नहीं थे। नया पिन दो बार लिखें।</translation>
    </message>
</context>
<context>
    <name>MailForm</name>
    <message>
        <source>Mail server of the house</source>
        <translation>संस्था का मेल सर्वर</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>सर्वर</translation>
    </message>
    <message>
        <source>Name of the mail server</source>
        <translation>मेल सर्वर का नाम</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>पोर्ट</translation>
    </message>
    <message>
        <source>Port of the mail server</source>
        <translation>मेल सर्वर का पोर्ट</translation>
    </message>
    <message>
        <source>User, if it asks for one</source>
        <translation>उपयोगकर्ता, अगर माँगे</translation>
    </message>
    <message>
        <source>User of the mail server</source>
        <translation>मेल सर्वर का उपयोगकर्ता</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>पासवर्ड</translation>
    </message>
    <message>
        <source>Password of the mail server</source>
        <translation>मेल सर्वर का पासवर्ड</translation>
    </message>
    <message>
        <source>empty: the kept one stays</source>
        <translation>ख़ाली: रखा हुआ ही रहेगा</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>भेजने वाला</translation>
    </message>
    <message>
        <source>E-mail address of the sender</source>
        <translation>भेजने वाले का ई-मेल पता</translation>
    </message>
    <message>
        <source>How the talk is kept secret</source>
        <translation>बातचीत कैसे गुप्त रहती है</translation>
    </message>
    <message>
        <source>Keep   F9</source>
        <translation>रखें   F9</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>Other books, or new ones, stand where this desk&apos;s books were. Put the right ones back, or accept these as the books of this desk from now on.</source>
        <translation>जहाँ इस डेस्क की बही थी, वहाँ कोई दूसरी या नई बही है। सही बही वापस रखें, या मान लें कि अब से इस डेस्क की बही यही है।</translation>
    </message>
    <message>
        <source>▲ The books went another way than this desk: {count} records that it wrote are missing, and others stand in their place. Nothing is sold until their loss is accepted.</source>
        <translation>▲ बही इस डेस्क से अलग चली: इसकी लिखी {count} प्रविष्टियाँ नहीं हैं और उनकी जगह दूसरी हैं। उनका न होना मान लेने तक कुछ नहीं बिकेगा।</translation>
    </message>
    <message>
        <source>▲ {count} records that this desk wrote are missing from the books: nothing is sold until their loss is accepted.</source>
        <translation>▲ इस डेस्क की लिखी {count} प्रविष्टियाँ बही में नहीं हैं: उनका न होना मान लेने तक कुछ नहीं बिकेगा।</translation>
    </message>
    <message>
        <source>Missing: after {since}, up to {until}.</source>
        <translation>जो नहीं है: {since} के बाद से {until} तक।</translation>
    </message>
    <message>
        <source>Numbers that were printed and stay unused: {numbers}.</source>
        <translation>जो नंबर छप चुके हैं और फिर काम नहीं आएँगे: {numbers}।</translation>
    </message>
    <message>
        <source>Neither the log nor a backup tells what they were.</source>
        <translation>न लॉग बताता है न कोई बैकअप कि वे क्या थीं।</translation>
    </message>
    <message>
        <source>{title} {year}: {first} to {last}</source>
        <translation>{title} {year}: {first} से {last}</translation>
    </message>
    <message>
        <source>Accept these as the books of this desk and go on   A</source>
        <translation>इसे इस डेस्क की बही मानें और आगे बढ़ें   A</translation>
    </message>
    <message>
        <source>Accept the loss of {count} records and go on   A</source>
        <translation>{count} प्रविष्टियों का नुकसान मानें और आगे बढ़ें   A</translation>
    </message>
    <message>
        <source>This PC sees these books for the first time. They know of no paper yet.</source>
        <translation>यह कंप्यूटर इस बही को पहली बार देख रहा है। इसमें अभी कोई काग़ज़ नहीं है।</translation>
    </message>
    <message>
        <source>This PC sees these books for the first time. The last paper that they know is {paper} of {moment}: compare it with your last paper.</source>
        <translation>यह कंप्यूटर इस बही को पहली बार देख रहा है। इसमें आख़िरी काग़ज़ {paper} है, {moment} का: उसे अपने आख़िरी काग़ज़ से मिलाएँ।</translation>
    </message>
    <message>
        <source>How far this desk has written can&apos;t be kept on this PC now. Selling goes on; but older books that are put back would not be noticed. Look at the rights and the space of your user&apos;s folder.</source>
        <translation>इस डेस्क ने कहाँ तक लिखा, यह अभी इस कंप्यूटर पर नहीं रखा जा सकता। बिक्री चलती रहेगी; पर पुरानी बही वापस रखी जाए तो पता नहीं चलेगा। अपने फ़ोल्डर के अधिकार और ख़ाली जगह देखें।</translation>
    </message>
    <message>
        <source>Customer written down</source>
        <translation>ग्राहक दर्ज किया गया</translation>
    </message>
    <message>
        <source>Registered buyer written down</source>
        <translation>पंजीकृत ख़रीदार दर्ज किया गया</translation>
    </message>
    <message>
        <source>Month of a return filed</source>
        <translation>रिटर्न का महीना दाख़िल माना गया</translation>
    </message>
    <message>
        <source>Filed month opened again</source>
        <translation>दाख़िल महीना फिर खोला गया</translation>
    </message>
    <message>
        <source>What a company may owe changed</source>
        <translation>कंपनी की उधार सीमा बदली</translation>
    </message>
    <message>
        <source>Debt of a company paid</source>
        <translation>कंपनी का उधार चुकाया गया</translation>
    </message>
    <message>
        <source>Rules of deposits changed</source>
        <translation>अग्रिम के नियम बदले</translation>
    </message>
    <message>
        <source>Paid into a wallet</source>
        <translation>वॉलेट में जमा</translation>
    </message>
    <message>
        <source>Top-up of a wallet taken back</source>
        <translation>वॉलेट में जमा रक़म वापस ली गई</translation>
    </message>
    <message>
        <source>Catalogue changed</source>
        <translation>कैटलॉग बदला गया</translation>
    </message>
    <message>
        <source>Departure cancelled</source>
        <translation>प्रस्थान रद्द</translation>
    </message>
    <message>
        <source>Sale of days stopped, or opened again</source>
        <translation>दिनों की बिक्री रोकी या फिर खोली गई</translation>
    </message>
    <message>
        <source>Units kept back</source>
        <translation>यूनिट रोककर रखे गए</translation>
    </message>
    <message>
        <source>Units given free</source>
        <translation>यूनिट फिर बिक्री में</translation>
    </message>
    <message>
        <source>Rule for another program&apos;s payments made</source>
        <translation>दूसरे प्रोग्राम के भुगतानों का नियम बना</translation>
    </message>
    <message>
        <source>Rule for another program&apos;s payments ended</source>
        <translation>दूसरे प्रोग्राम के भुगतानों का नियम ख़त्म</translation>
    </message>
    <message>
        <source>Payment ruled to be another program&apos;s</source>
        <translation>नियम से भुगतान दूसरे प्रोग्राम का माना गया</translation>
    </message>
    <message>
        <source>A day compared with the gateway</source>
        <translation>एक दिन का गेटवे से मिलान</translation>
    </message>
    <message>
        <source>Changed pages of the books taken over</source>
        <translation>बही के बदले हुए पन्ने मान लिए गए</translation>
    </message>
    <message>
        <source>Books seen for the first time on a PC</source>
        <translation>किसी पीसी पर बही पहली बार दिखी</translation>
    </message>
    <message>
        <source>Loss of records accepted</source>
        <translation>प्रविष्टियों का नुकसान माना गया</translation>
    </message>
    <message>
        <source>Numbers of papers left unused</source>
        <translation>काग़ज़ों के नंबर ख़ाली छोड़े गए</translation>
    </message>
    <message>
        <source>Close of a shift accepted</source>
        <translation>पाली का हिसाब मंज़ूर किया गया</translation>
    </message>
    <message>
        <source>Papers of before kept as they are</source>
        <translation>पहले के काग़ज़ जैसे थे वैसे रखे गए</translation>
    </message>
    <message>
        <source>Papers made</source>
        <translation>काग़ज़ बनाए गए</translation>
    </message>
    <message>
        <source>Z slip made</source>
        <translation>ज़ेड पर्ची बनी</translation>
    </message>
    <message>
        <source>Drawer opened without a sale</source>
        <translation>बिना बिक्री के गल्ला खोला गया</translation>
    </message>
    <message>
        <source>Clock set</source>
        <translation>घड़ी लगाई गई</translation>
    </message>
    <message>
        <source>Day and time confirmed</source>
        <translation>दिन और समय की पुष्टि हुई</translation>
    </message>
    <message>
        <source>Clock put right by a little</source>
        <translation>घड़ी थोड़ी-सी ठीक की गई</translation>
    </message>
    <message>
        <source>an unknown time</source>
        <translation>अनजान समय</translation>
    </message>
</context>
<context>
    <name>MarkSection</name>
    <message>
        <source>Mark of this desk</source>
        <translation>इस डेस्क का निशान</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>क्या नहीं है</translation>
    </message>
    <message>
        <source>Compared   A</source>
        <translation>मिला लिया   A</translation>
    </message>
    <message>
        <source>Accepted and written down.</source>
        <translation>मान लिया गया और दर्ज हुआ।</translation>
    </message>
    <message>
        <source>when</source>
        <translation>कब</translation>
    </message>
    <message>
        <source>what</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>booking</source>
        <translation>बुकिंग</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>काग़ज़</translation>
    </message>
</context>
<context>
    <name>MoneyEdit</name>
    <message>
        <source>This is not an amount in rupees</source>
        <translation>यह रुपये में रकम नहीं है</translation>
    </message>
</context>
<context>
    <name>MoneyNotice</name>
    <message>
        <source>{what}: {money}. It waits for a decision.</source>
        <translation>{what}: {money}। इस पर निर्णय होना है।</translation>
    </message>
    <message>
        <source>{reference}: {amount} by link came in, confirmed.</source>
        <translation>{reference}: लिंक से {amount} आए, कन्फ़र्म हुई।</translation>
    </message>
    <message>
        <source>{reference}: {amount} by card or netbanking came in, confirmed.</source>
        <translation>{reference}: कार्ड या नेटबैंकिंग से {amount} आए, कन्फ़र्म हुई।</translation>
    </message>
    <message>
        <source>{count} payments of nobody we know: {money}. They wait for a decision.</source>
        <translation>अनजान लोगों के {count} भुगतान: {money}। इन पर निर्णय बाकी है।</translation>
    </message>
    <message>
        <source>{reference}: {amount} by UPI came in, confirmed.</source>
        <translation>{reference}: UPI से {amount} आए, कन्फ़र्म हुई।</translation>
    </message>
</context>
<context>
    <name>MoneyNotices</name>
    <message>
        <source>The cash drawer did not open: use its key.</source>
        <translation>गल्ला नहीं खुला: उसकी चाबी से खोलें।</translation>
    </message>
    <message>
        <source>{count} supplies wait for their invoice for more than 3 days: type “{word}”.</source>
        <translation>{count} सेवाएँ 3 दिन से ज़्यादा से अपने चालान की प्रतीक्षा में हैं: “{word}” लिखें।</translation>
    </message>
</context>
<context>
    <name>MoneyPanel</name>
    <message>
        <source>Total</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>Paid so far</source>
        <translation>अब तक भुगतान</translation>
    </message>
    <message>
        <source>Wallet   W</source>
        <translation>वॉलेट   W</translation>
    </message>
    <message>
        <source>Use the wallet</source>
        <translation>वॉलेट इस्तेमाल करें</translation>
    </message>
    <message>
        <source>Share from the wallet</source>
        <translation>वॉलेट का हिस्सा</translation>
    </message>
    <message>
        <source>From the wallet</source>
        <translation>वॉलेट से</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>बाकी रकम</translation>
    </message>
    <message>
        <source>of {balance}, afterwards {after}</source>
        <translation>{balance} में से, बाद में {after}</translation>
    </message>
    <message>
        <source>To pay now</source>
        <translation>अभी देना</translation>
    </message>
</context>
<context>
    <name>MonthForm</name>
    <message>
        <source>Why it is opened again</source>
        <translation>फिर से क्यों खोली जाती है</translation>
    </message>
    <message>
        <source>Open {month} of {registration} again   F9</source>
        <translation>{registration} का {month} फिर खोलें   F9</translation>
    </message>
    <message>
        <source>Mark {month} of {registration} as filed   F9</source>
        <translation>{registration} के {month} को दाख़िल मानें   F9</translation>
    </message>
    <message>
        <source>{month} of {registration} is open again.</source>
        <translation>{registration} का {month} फिर खुला है।</translation>
    </message>
    <message>
        <source>{month} of {registration} is filed: no paper is dated in it any more.</source>
        <translation>{registration} का {month} दाख़िल है: अब उसमें किसी काग़ज़ की तारीख़ नहीं पड़ती।</translation>
    </message>
</context>
<context>
    <name>MovePanel</name>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>पाने वाला</translation>
    </message>
    <message>
        <source>who gets it</source>
        <translation>किसे मिलेगा</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>why</source>
        <translation>क्यों</translation>
    </message>
</context>
<context>
    <name>MoveWindow</name>
    <message>
        <source>What moves</source>
        <translation>क्या बदलना है</translation>
    </message>
    <message>
        <source>Free at the same price</source>
        <translation>इसी दाम पर ख़ाली</translation>
    </message>
    <message>
        <source>Nothing else is free at this price.</source>
        <translation>इस दाम पर और कुछ ख़ाली नहीं है।</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>कारण (&amp;R)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>New ticket   Ctrl+P</source>
        <translation>नया टिकट   Ctrl+P</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>वापस   Esc</translation>
    </message>
    <message>
        <source>Wish of the customer</source>
        <translation>ग्राहक की इच्छा</translation>
    </message>
    <message>
        <source>Nothing of this booking can move.</source>
        <translation>इस बुकिंग में कुछ नहीं बदला जा सकता।</translation>
    </message>
    <message>
        <source>Move {old} to {new}</source>
        <translation>{old} की जगह {new} दें</translation>
    </message>
    <message>
        <source>Nothing moves yet: choose what moves, and what is free for it.</source>
        <translation>अभी कुछ नहीं बदलेगा: चुनें कि क्या बदलना है और उसके लिए क्या खाली है।</translation>
    </message>
    <message>
        <source>{new} instead of {old}; the price stays.</source>
        <translation>{old} की जगह {new}; दाम वही है।</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>window</source>
        <translation>खिड़की</translation>
    </message>
    <message>
        <source>for ladies</source>
        <translation>महिलाओं के लिए</translation>
    </message>
</context>
<context>
    <name>NewPin</name>
    <message>
        <source>New PIN, six figures</source>
        <translation>नया पिन, छह अंक</translation>
    </message>
    <message>
        <source>New PIN once more</source>
        <translation>नया पिन एक बार फिर</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>नया पिन</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>एक बार फिर</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>Put away</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>1 of {count}</source>
        <translation>{count} में से 1</translation>
    </message>
    <message>
        <source>Open   Ctrl+O</source>
        <translation>खोलें   Ctrl+O</translation>
    </message>
    <message>
        <source>Cases   F6</source>
        <translation>मामले   F6</translation>
    </message>
    <message>
        <source>Stock   F11</source>
        <translation>स्टॉक   F11</translation>
    </message>
    <message>
        <source>Into the command field   Ctrl+O</source>
        <translation>कमांड फ़ील्ड में   Ctrl+O</translation>
    </message>
    <message>
        <source>Put away   Esc</source>
        <translation>हटाएँ   Esc</translation>
    </message>
</context>
<context>
    <name>OfferingModel</name>
    <message>
        <source>Code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>कहाँ</translation>
    </message>
    <message>
        <source>Room · {site}, {city}</source>
        <translation>कमरा · {site}, {city}</translation>
    </message>
    <message>
        <source>Bus · {origin} → {destination}</source>
        <translation>बस · {origin} → {destination}</translation>
    </message>
    <message>
        <source>Tour · {site}, {city}</source>
        <translation>टूर · {site}, {city}</translation>
    </message>
</context>
<context>
    <name>OfferingTable</name>
    <message>
        <source>What is on sale</source>
        <translation>क्या बिक्री पर है</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Name of the business</source>
        <translation>व्यवसाय का नाम</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Address, second line (may be empty)</source>
        <translation>पता, दूसरी पंक्ति (खाली रह सकती है)</translation>
    </message>
    <message>
        <source>Address, third line (may be empty)</source>
        <translation>पता, तीसरी पंक्ति (खाली रह सकती है)</translation>
    </message>
    <message>
        <source>State (name or two digits)</source>
        <translation>राज्य (नाम या दो अंक)</translation>
    </message>
    <message>
        <source>Code of this desk</source>
        <translation>इस डेस्क का कोड</translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation>इस डेस्क का नाम</translation>
    </message>
    <message>
        <source>Manager’s code (two figures)</source>
        <translation>मैनेजर का कोड (दो अंक)</translation>
    </message>
    <message>
        <source>Manager’s name</source>
        <translation>मैनेजर का नाम</translation>
    </message>
    <message>
        <source>Manager’s PIN (six figures)</source>
        <translation>मैनेजर का PIN (छह अंक)</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>वही PIN फिर से</translation>
    </message>
</context>
<context>
    <name>OpeningForm</name>
    <message>
        <source>Real money: before this desk opens</source>
        <translation>असली पैसा: यह डेस्क खुलने से पहले</translation>
    </message>
    <message>
        <source>Open the desk for real money   F9</source>
        <translation>असली पैसे के लिए डेस्क खोलें   F9</translation>
    </message>
    <message>
        <source>Nobody has sold for real money here yet. Say whose business it is, which desk this is and who manages it. The GST registration can follow later. Nothing is written before the last step; Esc leaves.</source>
        <translation>यहाँ अभी तक असली पैसे की कोई बिक्री नहीं हुई है। बताएँ कि व्यवसाय किसका है, यह कौन सा डेस्क है और मैनेजर कौन है। GST पंजीकरण बाद में हो सकता है। आखिरी कदम से पहले कुछ नहीं लिखा जाता; Esc से बाहर।</translation>
    </message>
    <message>
        <source>Desk {code} is new in these books. Give it a name; Esc leaves.</source>
        <translation>डेस्क {code} इन बहियों में नया है। उसे नाम दें; Esc से बाहर।</translation>
    </message>
</context>
<context>
    <name>OtherPerson</name>
    <message>
        <source>Nobody else is found by that.</source>
        <translation>इससे और कोई नहीं मिला।</translation>
    </message>
    <message>
        <source>{count} are found: type more of the number.</source>
        <translation>{count} मिले: नंबर के और अंक लिखिए।</translation>
    </message>
</context>
<context>
    <name>OverduePanel</name>
    <message>
        <source>Balances that were not paid in time</source>
        <translation>समय पर न चुकाई गई बाकी रकमें</translation>
    </message>
    <message>
        <source>Keep until …   E</source>
        <translation>… तक रखें   E</translation>
    </message>
    <message>
        <source>Keep it until: day and time</source>
        <translation>कब तक रखें: दिन और समय</translation>
    </message>
    <message>
        <source>29 nov 20:00</source>
        <translation>जैसे 29 nov 20:00</translation>
    </message>
    <message>
        <source>▲ Balances not paid in time: {count}. The longest overdue stands first.</source>
        <translation>▲ समय पर न चुकाई गई बाकी रकमें: {count}। सबसे पुरानी पहले है।</translation>
    </message>
    <message>
        <source>{reference}   {title}   {who}   {left} left to pay, due {since}</source>
        <translation>{reference}   {title}   {who}   {left} देना बाकी, {since} तक देना था</translation>
    </message>
    <message>
        <source>Paid {paid}: by its rule {kept} are kept and {back} go back.</source>
        <translation>{paid} दिए गए: नियम से {kept} रखे जाते हैं और {back} लौटते हैं।</translation>
    </message>
    <message>
        <source>Cancel {reference} by its rule, {back} go back   F10</source>
        <translation>{reference} नियम से रद्द करें, {back} लौटें   F10</translation>
    </message>
    <message>
        <source>Keep {reference} until …   E</source>
        <translation>{reference} … तक रखें   E</translation>
    </message>
    <message>
        <source>Keep {reference} until {until}   Enter</source>
        <translation>{reference} {until} तक रखें   Enter</translation>
    </message>
    <message>
        <source>The balance was not paid in time</source>
        <translation>बाकी रकम समय पर नहीं चुकाई गई</translation>
    </message>
    <message>
        <source>{reference} is cancelled by its rule.</source>
        <translation>{reference} नियम से रद्द हो गई।</translation>
    </message>
    <message>
        <source>That is no day and time. Type it like this: 29 nov 20:00</source>
        <translation>यह दिन और समय नहीं है। ऐसे लिखें: 29 nov 20:00</translation>
    </message>
    <message>
        <source>{reference} is kept until {until}.</source>
        <translation>{reference} {until} तक रखी गई है।</translation>
    </message>
</context>
<context>
    <name>OverridePanel</name>
    <message>
        <source>Why a manager says yes</source>
        <translation>मैनेजर हाँ क्यों कहता है</translation>
    </message>
    <message>
        <source>Esc  give it up, nothing changes</source>
        <translation>Esc  छोड़ दें, कुछ नहीं बदलता</translation>
    </message>
    <message>
        <source>A manager&apos;s yes is needed: {act}</source>
        <translation>मैनेजर की हाँ चाहिए: {act}</translation>
    </message>
    <message>
        <source>Yes: {act}   Enter</source>
        <translation>हाँ: {act}   Enter</translation>
    </message>
    <message>
        <source>{person} asks.</source>
        <translation>{person} पूछते हैं।</translation>
    </message>
    <message>
        <source>{person} asks. Without a yes: up to {most}.</source>
        <translation>{person} पूछते हैं। बिना हाँ के: अधिकतम {most}।</translation>
    </message>
    <message>
        <source>Say why: the reason stands in the list of decisions.</source>
        <translation>कारण बताएँ: वह निर्णयों की सूची में रहता है।</translation>
    </message>
    <message>
        <source>Who typed this PIN may not say yes to it. Ask a manager.</source>
        <translation>जिसका यह PIN है वह इसके लिए हाँ नहीं कह सकता। मैनेजर से पूछें।</translation>
    </message>
    <message>
        <source>Who typed this PIN may say yes up to {most} only.</source>
        <translation>जिसका यह PIN है वह केवल {most} तक हाँ कह सकता है।</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
</context>
<context>
    <name>PageLinks</name>
    <message>
        <source>This sale is for {now}, no longer for {before}.</source>
        <translation>यह बिक्री अब {now} के लिए है, {before} के लिए नहीं।</translation>
    </message>
    <message>
        <source>{reference} is held; it waits in the list of holds.</source>
        <translation>{reference} होल्ड पर है; वह होल्ड की सूची में है।</translation>
    </message>
    <message>
        <source>{reference} is confirmed. {paid}. Ctrl+P shows its receipt again.</source>
        <translation>{reference} पक्का हो गया। {paid}। Ctrl+P रसीद फिर दिखाता है।</translation>
    </message>
    <message>
        <source>{reference} is cancelled, {amount} goes back.</source>
        <translation>{reference} रद्द हुई, {amount} वापस जाएँगे।</translation>
    </message>
</context>
<context>
    <name>PagesSection</name>
    <message>
        <source>Check again   K</source>
        <translation>फिर से जाँचें   K</translation>
    </message>
    <message>
        <source>Check of the books</source>
        <translation>बही की जाँच</translation>
    </message>
    <message>
        <source>◌ Under way: {done} %.</source>
        <translation>◌ चल रही है: {done} %।</translation>
    </message>
    <message>
        <source>◌ Under way.</source>
        <translation>◌ चल रही है।</translation>
    </message>
    <message>
        <source>The books have not been checked yet.</source>
        <translation>बही अभी तक जाँची नहीं गई है।</translation>
    </message>
    <message>
        <source>▲ Checked {at}: damaged.</source>
        <translation>▲ {at} पर जाँचा: ख़राब है।</translation>
    </message>
    <message>
        <source>▲ Checked {at}: damaged. Put the last good backup back.</source>
        <translation>▲ {at} पर जाँचा: ख़राब है। पिछला सही बैकअप वापस रखें।</translation>
    </message>
    <message>
        <source>▲ Checked {at}: not the books that this program can write.</source>
        <translation>▲ {at} पर जाँचा: यह वह बही नहीं है जिसमें यह प्रोग्राम लिख सके।</translation>
    </message>
    <message>
        <source>✓ Checked {at}: the file, its pages and every reference are sound.</source>
        <translation>✓ {at} पर जाँचा: फ़ाइल, उसके पन्ने और हर संदर्भ सही हैं।</translation>
    </message>
    <message>
        <source>✓ Each page carries a checksum: a damaged one is found when it is read.</source>
        <translation>✓ हर पन्ने पर जाँच-योग है: ख़राब पन्ना पढ़ते ही पकड़ा जाता है।</translation>
    </message>
    <message>
        <source>○ This computer can&apos;t read the pages&apos; checksums (apsw): some damage is found only by an audit. Install the program anew.</source>
        <translation>○ यह कंप्यूटर पन्नों के जाँच-योग नहीं पढ़ सकता (apsw): कुछ ख़राबी केवल ऑडिट से मिलेगी। प्रोग्राम फिर से इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>○ The pages carry no checksums yet: another program had the books open, or the disk lacks the room. Start once while every other desk is closed.</source>
        <translation>○ पन्नों पर अभी जाँच-योग नहीं हैं: किसी दूसरे प्रोग्राम ने बही खोल रखी थी, या डिस्क में जगह नहीं है। एक बार तब शुरू करें जब बाक़ी सभी डेस्क बंद हों।</translation>
    </message>
    <message>
        <source>✓ The server&apos;s pages carry checksums.</source>
        <translation>✓ सर्वर के पन्नों पर जाँच-योग हैं।</translation>
    </message>
    <message>
        <source>○ The server&apos;s pages carry no checksums (data_checksums): ask its administrator for pg_checksums --enable.</source>
        <translation>○ सर्वर के पन्नों पर जाँच-योग नहीं हैं (data_checksums): उसके प्रशासक से pg_checksums --enable के लिए कहें।</translation>
    </message>
</context>
<context>
    <name>PassengerRow</name>
    <message>
        <source>not said</source>
        <translation>नहीं बताया</translation>
    </message>
    <message>
        <source>woman</source>
        <translation>महिला</translation>
    </message>
    <message>
        <source>man</source>
        <translation>पुरुष</translation>
    </message>
    <message>
        <source>other</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>Gender, seat {seat}</source>
        <translation>लिंग, सीट {seat}</translation>
    </message>
    <message>
        <source>Passenger&apos;s name, seat {seat}</source>
        <translation>यात्री का नाम, सीट {seat}</translation>
    </message>
    <message>
        <source>name (optional)</source>
        <translation>नाम (ज़रूरी नहीं)</translation>
    </message>
</context>
<context>
    <name>PayChoice</name>
    <message>
        <source>Nothing is held for {name}, so there is nothing to pay.</source>
        <translation>{name} के लिए कुछ होल्ड नहीं है, इसलिए भुगतान करने को कुछ नहीं है।</translation>
    </message>
    <message>
        <source>This quote is not held yet, so there is nothing to pay. Enter goes on.</source>
        <translation>यह कोटेशन अभी होल्ड नहीं है, इसलिए भुगतान करने को कुछ नहीं है। Enter से आगे बढ़ें।</translation>
    </message>
    <message>
        <source>Nothing is held, so there is nothing to pay.</source>
        <translation>कुछ होल्ड नहीं है, इसलिए भुगतान करने को कुछ नहीं है।</translation>
    </message>
</context>
<context>
    <name>PayerBlock</name>
    <message>
        <source>Part of one payer   T</source>
        <translation>एक का हिस्सा   T</translation>
    </message>
    <message>
        <source>Part of one payer among several</source>
        <translation>कई में से एक व्यक्ति का हिस्सा</translation>
    </message>
    <message>
        <source>Part of this payer</source>
        <translation>इस व्यक्ति का हिस्सा</translation>
    </message>
    <message>
        <source>Another account   I</source>
        <translation>दूसरा खाता   I</translation>
    </message>
    <message>
        <source>choose an account:  I</source>
        <translation>खाता चुनें:  I</translation>
    </message>
    <message>
        <source>Another account</source>
        <translation>दूसरा खाता</translation>
    </message>
    <message>
        <source>The house&apos;s own UPI code</source>
        <translation>हाउस का अपना UPI कोड</translation>
    </message>
    <message>
        <source>{rest} stays for the others</source>
        <translation>{rest} दूसरों के लिए बाक़ी</translation>
    </message>
    <message>
        <source>to  {account}</source>
        <translation>खाता:  {account}</translation>
    </message>
    <message>
        <source>{amount} to {vpa}</source>
        <translation>{vpa} को {amount}</translation>
    </message>
    <message>
        <source>▲ No code is drawn above {limit}. Let several payers pay a part each (T), or take another.</source>
        <translation>▲ {limit} से ऊपर कोड नहीं बनता। कई लोग एक-एक हिस्सा दें (T), या दूसरा भुगतान लें।</translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>UPI QR</source>
        <translation>UPI QR</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>नकद</translation>
    </message>
    <message>
        <source>Card slip</source>
        <translation>कार्ड पर्ची</translation>
    </message>
    <message>
        <source>Own UPI code</source>
        <translation>अपना UPI कोड</translation>
    </message>
    <message>
        <source>Take {now} by UPI on the own code</source>
        <translation>{now} अपने UPI कोड से लें</translation>
    </message>
    <message>
        <source>Take {now} by UPI on the own code and {wallet} from the wallet</source>
        <translation>{now} अपने UPI कोड से और {wallet} वॉलेट से लें</translation>
    </message>
    <message>
        <source>Enter the 12 figures of the UPI payment (UTR or RRN).</source>
        <translation>UPI भुगतान के 12 अंक लिखें (UTR या RRN)।</translation>
    </message>
    <message>
        <source>A UPI reference has exactly 12 figures. Read it again from the payment message.</source>
        <translation>UPI रेफ़रेंस में ठीक 12 अंक होते हैं। भुगतान के संदेश से फिर पढ़ें।</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>बैंक ट्रांसफ़र</translation>
    </message>
    <message>
        <source>Take {now} by bank transfer</source>
        <translation>{now} बैंक ट्रांसफ़र से लें</translation>
    </message>
    <message>
        <source>Take {now} by bank transfer and {wallet} from the wallet</source>
        <translation>{now} बैंक ट्रांसफ़र से और {wallet} वॉलेट से लें</translation>
    </message>
    <message>
        <source>Enter the UTR of the bank transfer, once the money is in the account.</source>
        <translation>पैसा खाते में आने पर बैंक ट्रांसफ़र का UTR भरें।</translation>
    </message>
    <message>
        <source>A UTR has 12, 16 or 22 letters and figures. Read it again from the bank&apos;s message.</source>
        <translation>UTR में 12, 16 या 22 अक्षर-अंक होते हैं। बैंक के संदेश से फिर पढ़ें।</translation>
    </message>
    <message>
        <source>Cheque</source>
        <translation>चेक</translation>
    </message>
    <message>
        <source>Take {now} by cheque</source>
        <translation>{now} चेक से लें</translation>
    </message>
    <message>
        <source>Take {now} by cheque and {wallet} from the wallet</source>
        <translation>{now} चेक से और {wallet} वॉलेट से लें</translation>
    </message>
    <message>
        <source>Enter the number of the cheque, 6 figures.</source>
        <translation>चेक का 6 अंकों का नंबर भरें।</translation>
    </message>
    <message>
        <source>A cheque&apos;s number has exactly 6 figures. Read it at the foot of the cheque.</source>
        <translation>चेक का नंबर ठीक 6 अंकों का होता है। चेक के निचले हिस्से से पढ़ें।</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>खाते पर</translation>
    </message>
    <message>
        <source>Put {now} on the account</source>
        <translation>{now} खाते पर लिखें</translation>
    </message>
    <message>
        <source>Put {now} on the account and take {wallet} from the wallet</source>
        <translation>{now} खाते पर लिखें और {wallet} वॉलेट से लें</translation>
    </message>
    <message>
        <source>Link by SMS</source>
        <translation>SMS से लिंक</translation>
    </message>
    <message>
        <source>Card and netbanking link</source>
        <translation>कार्ड और नेटबैंकिंग लिंक</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>अभी जाँचें</translation>
    </message>
    <message>
        <source>Hold again at the same price, {total}</source>
        <translation>उसी दाम पर फिर रोकें, {total}</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>नया भाव</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Confirm without money, {left} is left to pay</source>
        <translation>बिना पैसे पक्की करें, {left} देना बाकी</translation>
    </message>
    <message>
        <source>Confirm, nothing to pay</source>
        <translation>कन्फ़र्म करें, कुछ देना नहीं</translation>
    </message>
    <message>
        <source>Confirm with {wallet} from the wallet</source>
        <translation>वॉलेट के {wallet} से कन्फ़र्म करें</translation>
    </message>
    <message>
        <source>{take}, {rest} stays to be paid</source>
        <translation>{take}, {rest} बाक़ी रहता है</translation>
    </message>
    <message>
        <source>Take {now} in cash, {rest} stays to be paid</source>
        <translation>{now} नकद लें, {rest} बाकी रहेगा</translation>
    </message>
    <message>
        <source>Take {now} by UPI and {wallet} from the wallet</source>
        <translation>{now} UPI से और {wallet} वॉलेट से लें</translation>
    </message>
    <message>
        <source>Take {now} in cash and {wallet} from the wallet</source>
        <translation>{now} नकद और {wallet} वॉलेट से लें</translation>
    </message>
    <message>
        <source>Take {now} by card and {wallet} from the wallet</source>
        <translation>{now} कार्ड से और {wallet} वॉलेट से लें</translation>
    </message>
    <message>
        <source>Send a link for {now}, {wallet} from the wallet</source>
        <translation>{now} का लिंक भेजें, {wallet} वॉलेट से</translation>
    </message>
    <message>
        <source>Open a link for {now}, {wallet} from the wallet</source>
        <translation>{now} का लिंक खोलें, {wallet} वॉलेट से</translation>
    </message>
    <message>
        <source>Take {now} by UPI</source>
        <translation>{now} UPI से लें</translation>
    </message>
    <message>
        <source>Take {now} in cash</source>
        <translation>{now} नकद लें</translation>
    </message>
    <message>
        <source>Take {now} by card</source>
        <translation>{now} कार्ड से लें</translation>
    </message>
    <message>
        <source>Send a link for {now}</source>
        <translation>{now} का लिंक भेजें</translation>
    </message>
    <message>
        <source>Open a link for {now}</source>
        <translation>{now} का लिंक खोलें</translation>
    </message>
    <message>
        <source>Enter the reference printed on the card slip.</source>
        <translation>कार्ड पर्ची पर छपा रेफ़रेंस लिखें।</translation>
    </message>
    <message>
        <source>This looks like a card number, which is never kept. Enter the slip&apos;s approval code instead.</source>
        <translation>यह कार्ड नंबर लगता है, जो कभी नहीं रखा जाता। इसके बदले पर्ची का अप्रूवल कोड लिखें।</translation>
    </message>
    <message>
        <source>No cash would be taken. Enter what was received.</source>
        <translation>कोई नकद नहीं लिया जाएगा। जो मिला वह लिखें।</translation>
    </message>
    <message>
        <source>An amount can&apos;t be read. Enter rupees, such as 1,500.00.</source>
        <translation>एक रकम पढ़ी नहीं जा सकी। रुपये लिखें, जैसे 1,500.00।</translation>
    </message>
    <message>
        <source>A part is at least 1.00 and at most what is left to pay.</source>
        <translation>हिस्सा कम से कम 1.00 और ज़्यादा से ज़्यादा बची रक़म है।</translation>
    </message>
    <message>
        <source>Choose with I to which account the money goes.</source>
        <translation>I से चुनें कि पैसे किस खाते में जाएँ।</translation>
    </message>
    <message>
        <source>Too much for one UPI code: type a part (T), or use a link.</source>
        <translation>एक UPI कोड के लिए ज़्यादा: हिस्सा लिखें (T), या लिंक लें।</translation>
    </message>
    <message>
        <source>Ask for the PAN first: type it, or 5 seen, 6 declined.</source>
        <translation>पहले PAN पूछें: लिखें, या 5 देखा, 6 नहीं दिया।</translation>
    </message>
    <message>
        <source>{received} in cash is much for {taken}: {change} would go back as change. Count it, and press once more if it is right.</source>
        <translation>{taken} के लिए {received} नकद बहुत है: {change} छुट्टे वापस जाएँगे। गिन लें, और सही हो तो एक बार फिर दबाएँ।</translation>
    </message>
    <message>
        <source>The gateway takes no less than 1.00, so the wallet gives that much less.</source>
        <translation>गेटवे 1.00 से कम नहीं लेता, इसलिए वॉलेट उतना कम देगा।</translation>
    </message>
    <message>
        <source>Less cash is taken, so that 1.00 is left: no other tender takes less.</source>
        <translation>नकद कम लिया जाएगा ताकि 1.00 बाकी रहे: दूसरा तरीका इससे कम नहीं लेता।</translation>
    </message>
    <message>
        <source>Below 1.00 the gateway takes nothing: take it in cash or by card slip.</source>
        <translation>1.00 से कम गेटवे नहीं लेता: नकद या कार्ड पर्ची से लें।</translation>
    </message>
    <message>
        <source>Nothing was paid yet</source>
        <translation>अभी कुछ नहीं दिया गया</translation>
    </message>
    <message>
        <source>Paid {total}: nothing was to pay</source>
        <translation>{total} का भुगतान: कुछ देना नहीं था</translation>
    </message>
    <message>
        <source>Paid {paid}: {parts}</source>
        <translation>{paid} का भुगतान: {parts}</translation>
    </message>
    <message>
        <source>Paid {paid}: {parts}, change {change}</source>
        <translation>{paid} का भुगतान: {parts}, वापसी {change}</translation>
    </message>
    <message>
        <source>check now</source>
        <translation>अभी पूछें</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>hold again</source>
        <translation>फिर रोकें</translation>
    </message>
    <message>
        <source>new quote</source>
        <translation>नया भाव</translation>
    </message>
    <message>
        <source>back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>The hold has ended. What nobody has taken meanwhile can be held for ten minutes more at the same price, once.</source>
        <translation>रोक का समय समाप्त हो गया। इस बीच किसी और ने न लिया हो तो उसी दाम पर दस मिनट और रोका जा सकता है, एक बार।</translation>
    </message>
    <message>
        <source>{paid} taken before counts towards it then.</source>
        <translation>पहले लिए गए {paid} तब इसी में गिने जाएँगे।</translation>
    </message>
    <message>
        <source>This booking is no longer held, so nothing can be taken for it.</source>
        <translation>यह बुकिंग अब होल्ड पर नहीं है, इसलिए इसके लिए कुछ नहीं लिया जा सकता।</translation>
    </message>
    <message>
        <source>{paid} taken before must be given back or decided under open cases.</source>
        <translation>पहले लिए गए {paid} लौटाने हैं या खुले मामलों में तय करने हैं।</translation>
    </message>
    <message>
        <source>Asking the gateway for the payment</source>
        <translation>गेटवे से भुगतान माँग रहे हैं</translation>
    </message>
    <message>
        <source>Waiting for the customer to pay</source>
        <translation>ग्राहक के भुगतान का इंतज़ार</translation>
    </message>
    <message>
        <source>Payment seen, waiting until it is final</source>
        <translation>भुगतान दिखा, पक्का होने का इंतज़ार</translation>
    </message>
    <message>
        <source>The bank declined it; the customer can pay again</source>
        <translation>बैंक ने मना किया; ग्राहक फिर भुगतान कर सकता है</translation>
    </message>
    <message>
        <source>The gateway does not answer; it goes on being asked</source>
        <translation>गेटवे जवाब नहीं दे रहा; पूछना जारी है</translation>
    </message>
    <message>
        <source>Closing it; money already on its way still counts</source>
        <translation>बंद कर रहे हैं; रास्ते में आए पैसे फिर भी गिने जाएँगे</translation>
    </message>
    <message>
        <source>No clear answer yet: it may have been paid. Take no other money for it</source>
        <translation>साफ़ जवाब नहीं: भुगतान हो चुका हो सकता है। इसके लिए और पैसे न लें</translation>
    </message>
    <message>
        <source>The gateway gave no answer. Nothing was shown, so nothing can have been paid: S or another tender&apos;s key gives it up at once</source>
        <translation>गेटवे से कोई जवाब नहीं आया। कुछ दिखाया नहीं गया, इसलिए कुछ भुगतान भी नहीं हुआ होगा: S या किसी दूसरे साधन की कुंजी इसे तुरंत छोड़ देती है</translation>
    </message>
    <message>
        <source>{state}, no answer yet</source>
        <translation>{state}, अभी जवाब नहीं</translation>
    </message>
    <message>
        <source>{state}, asked {seconds} s ago</source>
        <translation>{state}, {seconds} सेकंड पहले पूछा</translation>
    </message>
    <message>
        <source>{state}, asked {minutes} min ago</source>
        <translation>{state}, {minutes} मिनट पहले पूछा</translation>
    </message>
    <message>
        <source>SMS: asked for, no clear answer yet; it is asked for again</source>
        <translation>SMS: भेजने को कहा गया, अभी साफ़ उत्तर नहीं; फिर कहा जाएगा</translation>
    </message>
    <message>
        <source>SMS: sent to the customer</source>
        <translation>SMS: ग्राहक को भेजा गया</translation>
    </message>
    <message>
        <source>SMS: refused by the gateway. Show the link, or take another way</source>
        <translation>SMS: गेटवे ने मना किया। लिंक दिखाएँ, या दूसरा तरीका लें</translation>
    </message>
    <message>
        <source>{reference} is confirmed, {due} is left to pay.</source>
        <translation>{reference} पक्की है, {due} देना बाकी है।</translation>
    </message>
    <message>
        <source>{reference}: the money is taken, {due} is left to pay.</source>
        <translation>{reference}: पैसे ले लिए गए, {due} देना बाकी है।</translation>
    </message>
    <message>
        <source>{reference} is paid and confirmed.</source>
        <translation>{reference} का भुगतान हो गया और बुकिंग पक्की है।</translation>
    </message>
    <message>
        <source>Change to give: {change}.</source>
        <translation>वापस देने के छुट्टे: {change}।</translation>
    </message>
</context>
<context>
    <name>PaymentLetters</name>
    <message>
        <source>This can’t be paid that way: choose one of the tenders shown.</source>
        <translation>इस तरह भुगतान नहीं हो सकता: दिखाए गए तरीकों में से एक चुनें।</translation>
    </message>
    <message>
        <source>There is nothing in a wallet that could pay.</source>
        <translation>वॉलेट में ऐसा कुछ नहीं जिससे भुगतान हो सके।</translation>
    </message>
    <message>
        <source>All of this has to be paid now: no deposit confirms it.</source>
        <translation>यह सब अभी देना है: अग्रिम से पक्की नहीं होती।</translation>
    </message>
    <message>
        <source>No code and no link is open: there is nothing to stop.</source>
        <translation>कोई कोड या लिंक खुला नहीं है: रोकने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>Nothing waits on a practice phone now.</source>
        <translation>अभ्यास फ़ोन पर अभी कुछ नहीं रुका है।</translation>
    </message>
    <message>
        <source>The hold has ended: nothing can be paid on it now.</source>
        <translation>रोक का समय समाप्त हो गया: अब इस पर कुछ नहीं चुकाया जा सकता।</translation>
    </message>
    <message>
        <source>Nothing is left to pay: no tender has to be chosen.</source>
        <translation>कुछ भी चुकाना बाकी नहीं: भुगतान का कोई तरीका नहीं चुनना है।</translation>
    </message>
</context>
<context>
    <name>PaymentPage</name>
    <message>
        <source>hold</source>
        <translation>होल्ड</translation>
    </message>
    <message>
        <source>Esc  back, the hold stays</source>
        <translation>Esc  वापस, होल्ड बना रहेगा</translation>
    </message>
</context>
<context>
    <name>PaymentWindow</name>
    <message>
        <source>Esc  back</source>
        <translation>Esc  वापस</translation>
    </message>
    <message>
        <source>Esc  back, the hold stays</source>
        <translation>Esc  वापस, होल्ड बना रहेगा</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>&amp;Mobile</source>
        <translation>मोबाइल (&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>नाम (&amp;N)</translation>
    </message>
    <message>
        <source>This is {known}. Is the name to become {name}? Enter once more renames.</source>
        <translation>ये {known} हैं। क्या नाम {name} करना है? दोबारा Enter नाम बदलता है।</translation>
    </message>
    <message>
        <source>Rename {known} to {name}</source>
        <translation>{known} का नाम {name} करें</translation>
    </message>
    <message>
        <source>Save number and name</source>
        <translation>नंबर और नाम सहेजें</translation>
    </message>
    <message>
        <source>Save the name</source>
        <translation>नाम सहेजें</translation>
    </message>
    <message>
        <source>Enter one more {name}</source>
        <translation>एक और {name} जोड़ें</translation>
    </message>
    <message>
        <source>Enter as new customer</source>
        <translation>नया ग्राहक जोड़ें</translation>
    </message>
</context>
<context>
    <name>PinEntry</name>
    <message>
        <source>Code, two figures</source>
        <translation>कोड, दो अंक</translation>
    </message>
    <message>
        <source>PIN, six figures</source>
        <translation>पिन, छह अंक</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>पिन</translation>
    </message>
    <message>
        <source>Code or PIN was wrong. The next one counts in {count} s.</source>
        <translation>कोड या पिन गलत था। अगला {count} सेकंड बाद गिना जाएगा।</translation>
    </message>
    <message>
        <source>Type code and PIN again.</source>
        <translation>कोड और पिन फिर से लिखें।</translation>
    </message>
    <message>
        <source>A code has two figures.</source>
        <translation>कोड में दो अंक होते हैं।</translation>
    </message>
    <message>
        <source>A PIN has six figures.</source>
        <translation>पिन में छह अंक होते हैं।</translation>
    </message>
</context>
<context>
    <name>PlaceRack</name>
    <message>
        <source>Places</source>
        <translation>जगहें</translation>
    </message>
</context>
<context>
    <name>PracticeBand</name>
    <message>
        <source>PRACTICE</source>
        <translation>अभ्यास</translation>
    </message>
    <message>
        <source>Sample data and a practice gateway: no real money moves.</source>
        <translation>नमूना डेटा और अभ्यास गेटवे: असली पैसे नहीं लगते।</translation>
    </message>
</context>
<context>
    <name>PriceLines</name>
    <message>
        <source>Beyond the group limit, on purpose</source>
        <translation>ग्रुप की सीमा से बाहर, जान-बूझकर</translation>
    </message>
    <message>
        <source>Promo {code}</source>
        <translation>प्रोमो {code}</translation>
    </message>
    <message>
        <source>Taxes and fees</source>
        <translation>कर और शुल्क</translation>
    </message>
    <message>
        <source>each</source>
        <translation>हर एक पर</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>शुल्क</translation>
    </message>
    <message>
        <source>Taxes &amp;&amp; fees</source>
        <translation>टैक्स और शुल्क</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>शुल्क</translation>
    </message>
    <message>
        <source>Taxes and fees: show how they were worked out</source>
        <translation>टैक्स और शुल्क: हिसाब दिखाएँ</translation>
    </message>
    <message>
        <source>Fees: show how they were worked out</source>
        <translation>शुल्क: दिखाएँ कि वे कैसे निकाले गए</translation>
    </message>
</context>
<context>
    <name>PricePanel</name>
    <message>
        <source>Undo   Ctrl+Z</source>
        <translation>वापस लाएँ   Ctrl+Z</translation>
    </message>
    <message>
        <source>Promo code</source>
        <translation>प्रोमो कोड</translation>
    </message>
    <message>
        <source>Promo code, or a discount: 10%, 500</source>
        <translation>प्रोमो कोड, या छूट: 10%, 500</translation>
    </message>
    <message>
        <source>{title} taken out</source>
        <translation>{title} हटाया गया</translation>
    </message>
</context>
<context>
    <name>PrintLine</name>
    <message>
        <source>? Did it come out of the printer? {papers}. Ctrl+Shift+P answers.</source>
        <translation>? क्या यह प्रिंटर से निकला? {papers}। Ctrl+Shift+P से उत्तर दें।</translation>
    </message>
    <message>
        <source>▲ Not printed: {papers}. Ctrl+Shift+P shows why.</source>
        <translation>▲ नहीं छपा: {papers}। Ctrl+Shift+P कारण दिखाता है।</translation>
    </message>
</context>
<context>
    <name>PrinterForm</name>
    <message>
        <source>Name at the desk</source>
        <translation>काउंटर पर नाम</translation>
    </message>
    <message>
        <source>Name of the printer</source>
        <translation>प्रिंटर का नाम</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>कहाँ है</translation>
    </message>
    <message>
        <source>Where the printer is</source>
        <translation>प्रिंटर कहाँ है</translation>
    </message>
    <message>
        <source>How papers get there</source>
        <translation>काग़ज़ वहाँ कैसे पहुँचते हैं</translation>
    </message>
    <message>
        <source>Its paper</source>
        <translation>उसका काग़ज़</translation>
    </message>
    <message>
        <source>Language of its papers</source>
        <translation>उसके काग़ज़ों की भाषा</translation>
    </message>
    <message>
        <source>The desk&apos;s usual printer (Space)</source>
        <translation>काउंटर का सामान्य प्रिंटर (Space)</translation>
    </message>
    <message>
        <source>Keep   F9</source>
        <translation>रखें   F9</translation>
    </message>
    <message>
        <source>How</source>
        <translation>कैसे</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>काग़ज़</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>A new printer</source>
        <translation>नया प्रिंटर</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} बदलें</translation>
    </message>
</context>
<context>
    <name>PrinterTable</name>
    <message>
        <source>Printers of this desk</source>
        <translation>इस काउंटर के प्रिंटर</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>तरीक़ा</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>कहाँ</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>काग़ज़</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>★ {name}, the usual one</source>
        <translation>★ {name}, सामान्य</translation>
    </message>
</context>
<context>
    <name>Printers</name>
    <message>
        <source>Printer of this computer</source>
        <translation>इस कंप्यूटर का प्रिंटर</translation>
    </message>
    <message>
        <source>Slip printer, queue of this computer</source>
        <translation>पर्ची प्रिंटर, इस कंप्यूटर की कतार</translation>
    </message>
    <message>
        <source>Slip printer on the network</source>
        <translation>नेटवर्क पर पर्ची प्रिंटर</translation>
    </message>
    <message>
        <source>Slip printer on a cable</source>
        <translation>तार से जुड़ा पर्ची प्रिंटर</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>फ़ोल्डर</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>its name in the system&apos;s list of printers</source>
        <translation>सिस्टम की प्रिंटर सूची में उसका नाम</translation>
    </message>
    <message>
        <source>the queue&apos;s name in the system&apos;s list</source>
        <translation>सिस्टम की सूची में कतार का नाम</translation>
    </message>
    <message>
        <source>the whole path of the folder</source>
        <translation>फ़ोल्डर का पूरा पथ</translation>
    </message>
    <message>
        <source>Roll of 80 mm</source>
        <translation>80 मिमी का रोल</translation>
    </message>
    <message>
        <source>Roll of 58 mm</source>
        <translation>58 मिमी का रोल</translation>
    </message>
    <message>
        <source>STARTTLS, as a rule port 587</source>
        <translation>STARTTLS, आम तौर पर पोर्ट 587</translation>
    </message>
    <message>
        <source>TLS, as a rule port 465</source>
        <translation>TLS, आम तौर पर पोर्ट 465</translation>
    </message>
    <message>
        <source>open, without a password</source>
        <translation>खुला, बिना पासवर्ड</translation>
    </message>
    <message>
        <source>… waits</source>
        <translation>… इंतज़ार में</translation>
    </message>
    <message>
        <source>→ is being sent</source>
        <translation>→ भेजा जा रहा है</translation>
    </message>
    <message>
        <source>✓ sent</source>
        <translation>✓ भेजा गया</translation>
    </message>
    <message>
        <source>✓ printed</source>
        <translation>✓ छप गया</translation>
    </message>
    <message>
        <source>? may be out</source>
        <translation>? शायद निकला</translation>
    </message>
    <message>
        <source>▲ not out</source>
        <translation>▲ नहीं निकला</translation>
    </message>
    <message>
        <source>✗ given up</source>
        <translation>✗ छोड़ा गया</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>परीक्षण पृष्ठ</translation>
    </message>
    <message>
        <source>List of a day</source>
        <translation>दिन की सूची</translation>
    </message>
    <message>
        <source>Day sheet</source>
        <translation>दिन का पन्ना</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>दूसरी प्रति</translation>
    </message>
    <message>
        <source>original</source>
        <translation>मूल</translation>
    </message>
    <message>
        <source>COPY {number}</source>
        <translation>प्रतिलिपि {number}</translation>
    </message>
    <message>
        <source>{number} was mailed to {printer}.</source>
        <translation>{number} {printer} को मेल किया गया।</translation>
    </message>
    <message>
        <source>{number} went to {printer}.</source>
        <translation>{number} {printer} पर गया।</translation>
    </message>
    <message>
        <source>{number} was printed on {printer}.</source>
        <translation>{number} {printer} पर छप गया।</translation>
    </message>
    <message>
        <source>{number} waits for its printer; you can go on.</source>
        <translation>{number} प्रिंटर के इंतज़ार में है; आप आगे बढ़ सकते हैं।</translation>
    </message>
    <message>
        <source>{number} was given up.</source>
        <translation>{number} छोड़ दिया गया।</translation>
    </message>
    <message>
        <source>{number} may be out: {why} Look, then answer with Ctrl+Shift+P.</source>
        <translation>{number} शायद निकल चुका है: {why} देखें, फिर Ctrl+Shift+P से उत्तर दें।</translation>
    </message>
    <message>
        <source>{number} did not come out: {why} Ctrl+Shift+P shows what waits.</source>
        <translation>{number} नहीं निकला: {why} Ctrl+Shift+P दिखाता है कि क्या इंतज़ार में है।</translation>
    </message>
    <message>
        <source>No printer is set up on this machine. Type “printers” in the command field.</source>
        <translation>इस मशीन पर कोई प्रिंटर नहीं लगा है। कमांड फ़ील्ड में “प्रिंटर” लिखें।</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>समय पर उत्तर नहीं आया।</translation>
    </message>
    <message>
        <source>Nobody listens at this address. Is it switched on?</source>
        <translation>इस पते पर कोई नहीं सुन रहा। क्या वह चालू है?</translation>
    </message>
    <message>
        <source>Nothing on the network has this name.</source>
        <translation>नेटवर्क पर इस नाम का कुछ नहीं है।</translation>
    </message>
    <message>
        <source>It can&apos;t be reached. Look at the network.</source>
        <translation>वहाँ तक पहुँचा नहीं जा सकता। नेटवर्क देखें।</translation>
    </message>
    <message>
        <source>The connection broke off.</source>
        <translation>संपर्क टूट गया।</translation>
    </message>
    <message>
        <source>The printer says that it is not ready. Is it shut?</source>
        <translation>प्रिंटर कहता है कि वह तैयार नहीं है। क्या उसका ढक्कन बंद है?</translation>
    </message>
    <message>
        <source>The printer says that its paper is at its end.</source>
        <translation>प्रिंटर कहता है कि उसका काग़ज़ ख़त्म है।</translation>
    </message>
    <message>
        <source>The cable&apos;s device is not there, or may not be used.</source>
        <translation>तार का डिवाइस नहीं है, या उसकी अनुमति नहीं है।</translation>
    </message>
    <message>
        <source>The folder can&apos;t be written to.</source>
        <translation>फ़ोल्डर में लिखा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The print system refused it.</source>
        <translation>छपाई तंत्र ने मना कर दिया।</translation>
    </message>
    <message>
        <source>This computer has no such way to print.</source>
        <translation>इस कंप्यूटर में छापने का यह तरीक़ा नहीं है।</translation>
    </message>
    <message>
        <source>The paper could not be read.</source>
        <translation>काग़ज़ पढ़ा नहीं जा सका।</translation>
    </message>
    <message>
        <source>Printing ended by a fault; the log tells more.</source>
        <translation>छपाई ख़राबी से रुक गई; लॉग में और लिखा है।</translation>
    </message>
    <message>
        <source>The program ended while it was being sent.</source>
        <translation>भेजते समय प्रोग्राम बंद हो गया।</translation>
    </message>
    <message>
        <source>No mail server is entered. Type “printers”, then press M.</source>
        <translation>कोई मेल सर्वर नहीं लिखा है। “प्रिंटर” लिखें, फिर M दबाएँ।</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring does not tell the mail server&apos;s password.</source>
        <translation>इस कंप्यूटर का कीरिंग मेल सर्वर का पासवर्ड नहीं बताता।</translation>
    </message>
    <message>
        <source>Nobody vouches for the mail server&apos;s certificate: it may be another one.</source>
        <translation>मेल सर्वर के प्रमाणपत्र की कोई गवाही नहीं: वह कोई दूसरा हो सकता है।</translation>
    </message>
    <message>
        <source>The mail server does not speak TLS in this way, so the password is not told to it.</source>
        <translation>मेल सर्वर इस तरह TLS नहीं बोलता, इसलिए उसे पासवर्ड नहीं बताया जाता।</translation>
    </message>
    <message>
        <source>The mail server refused user and password.</source>
        <translation>मेल सर्वर ने उपयोगकर्ता और पासवर्ड नहीं माना।</translation>
    </message>
    <message>
        <source>The mail server refused the sender.</source>
        <translation>मेल सर्वर ने भेजने वाले को नहीं माना।</translation>
    </message>
    <message>
        <source>The mail server refused the recipient.</source>
        <translation>मेल सर्वर ने पाने वाले को नहीं माना।</translation>
    </message>
    <message>
        <source>The mail server refused the mail.</source>
        <translation>मेल सर्वर ने मेल नहीं ली।</translation>
    </message>
    <message>
        <source>Printer entered or changed</source>
        <translation>प्रिंटर लिखा या बदला गया</translation>
    </message>
    <message>
        <source>Printer taken off</source>
        <translation>प्रिंटर हटाया गया</translation>
    </message>
    <message>
        <source>Told whether a paper came out</source>
        <translation>बताया गया कि काग़ज़ निकला या नहीं</translation>
    </message>
    <message>
        <source>Paper given up that waited for a printer</source>
        <translation>प्रिंटर के इंतज़ार का काग़ज़ छोड़ा गया</translation>
    </message>
    <message>
        <source>Mail server entered</source>
        <translation>मेल सर्वर लिखा गया</translation>
    </message>
</context>
<context>
    <name>PrintersWindow</name>
    <message>
        <source>No printer is entered: papers go to the system&apos;s own printer. N enters one.</source>
        <translation>कोई प्रिंटर नहीं लिखा है: काग़ज़ सिस्टम के अपने प्रिंटर पर जाते हैं। N से लिखें।</translation>
    </message>
    <message>
        <source>Nothing waits for a printer, and nothing came out in the last 24 hours.</source>
        <translation>प्रिंटर के इंतज़ार में कुछ नहीं है, और पिछले 24 घंटों में कुछ नहीं निकला।</translation>
    </message>
    <message>
        <source>Printers:  N  new      Enter  change      T  test page      Del  take off      M  mail server      Tab  to the queue      Esc  back</source>
        <translation>प्रिंटर:  N  नया      Enter  बदलें      T  परीक्षण पृष्ठ      Del  हटाएँ      M  मेल सर्वर      Tab  कतार पर      Esc  वापस</translation>
    </message>
    <message>
        <source>A paper of the queue:  Y  it came out      O  print it again as the original      R  try again      X  give it up</source>
        <translation>कतार का काग़ज़:  Y  निकल गया      O  मूल के रूप में फिर छापें      R  फिर कोशिश      X  छोड़ें</translation>
    </message>
    <message>
        <source>Printers and e-mail</source>
        <translation>प्रिंटर और ई-मेल</translation>
    </message>
    <message>
        <source>Papers on their way</source>
        <translation>रास्ते में काग़ज़</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>रखें</translation>
    </message>
    <message>
        <source>{name} is kept. T prints a test page.</source>
        <translation>{name} रखा गया। T परीक्षण पृष्ठ छापता है।</translation>
    </message>
    <message>
        <source>Take {name} off this desk? Del once more does it, Esc does not.</source>
        <translation>{name} को इस काउंटर से हटाएँ? एक बार और Del से हटेगा, Esc से नहीं।</translation>
    </message>
    <message>
        <source>{name} is taken off.</source>
        <translation>{name} हटा दिया गया।</translation>
    </message>
    <message>
        <source>the system&apos;s own printer</source>
        <translation>सिस्टम का अपना प्रिंटर</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>परीक्षण पृष्ठ</translation>
    </message>
    <message>
        <source>The mail server is kept.</source>
        <translation>मेल सर्वर रखा गया।</translation>
    </message>
    <message>
        <source>{number} is printed again as what it was.</source>
        <translation>{number} वैसा ही फिर छप रहा है।</translation>
    </message>
    <message>
        <source>{number} came out.</source>
        <translation>{number} निकल गया।</translation>
    </message>
    <message>
        <source>{number} waits once more.</source>
        <translation>{number} फिर इंतज़ार में है।</translation>
    </message>
    <message>
        <source>{number} was given up.</source>
        <translation>{number} छोड़ दिया गया।</translation>
    </message>
</context>
<context>
    <name>PutRightCard</name>
    <message>
        <source>Another number   Alt+D</source>
        <translation>दूसरा नंबर   Alt+D</translation>
    </message>
    <message>
        <source>Stands here twice   Alt+J</source>
        <translation>यहाँ दो बार है   Alt+J</translation>
    </message>
    <message>
        <source>New mobile number</source>
        <translation>नया मोबाइल नंबर</translation>
    </message>
    <message>
        <source>The other row of this person: number or name</source>
        <translation>इसी व्यक्ति की दूसरी प्रविष्टि: नंबर या नाम</translation>
    </message>
    <message>
        <source>Why they are one person</source>
        <translation>दोनों एक ही व्यक्ति क्यों हैं</translation>
    </message>
    <message>
        <source>Type the new number.</source>
        <translation>नया नंबर लिखिए।</translation>
    </message>
    <message>
        <source>{name} has the new number.</source>
        <translation>{name} का नया नंबर दर्ज है।</translation>
    </message>
    <message>
        <source>Find the other row first: exactly one.</source>
        <translation>पहले दूसरी प्रविष्टि खोजिए: ठीक एक।</translation>
    </message>
    <message>
        <source>Both are {name} now.</source>
        <translation>अब दोनों {name} हैं।</translation>
    </message>
    <message>
        <source>{name} has {number} from now on</source>
        <translation>अब से {name} का नंबर {number}</translation>
    </message>
    <message>
        <source>Make them one</source>
        <translation>दोनों को एक करें</translation>
    </message>
    <message>
        <source>{gone} {number} is found no more. {amount} of wallet and {count} bookings come to {kept}, whose wallet then holds {after}. This can’t be undone.</source>
        <translation>{gone} {number} फिर नहीं मिलेगा। वॉलेट के {amount} और {count} बुकिंग {kept} के पास आती हैं, जिसके वॉलेट में तब {after} होंगे। इसे पलटा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>What is owed on account comes along: {owed}.</source>
        <translation>खाते पर जो बकाया है वह भी साथ आता है: {owed}।</translation>
    </message>
    <message>
        <source>Make {gone} and {kept} one</source>
        <translation>{gone} और {kept} को एक करें</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>सब चुनें</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>बढ़ाएँ</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>घटाएँ</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>पहले जैसा करें</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>फिर से करें</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>काटें</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>पेस्ट करें</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>सब चुनें</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>ठीक है</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>हाँ (&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>नहीं (&amp;N)</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रहने दें</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>छोड़ दें</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>मदद</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>लागू करें</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>पहले जैसा</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>पहले जैसा करें</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>फिर से करें</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>काटें</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>पेस्ट करें</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>सब चुनें</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>लिंक कॉपी करें</translation>
    </message>
</context>
<context>
    <name>QrPicture</name>
    <message>
        <source>QR code of the payment</source>
        <translation>भुगतान का QR कोड</translation>
    </message>
</context>
<context>
    <name>QueueTable</name>
    <message>
        <source>Papers on their way</source>
        <translation>रास्ते में काग़ज़</translation>
    </message>
    <message>
        <source>When</source>
        <translation>कब</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>What</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>As</source>
        <translation>किस रूप में</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>कहाँ</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
</context>
<context>
    <name>QuoteWindow</name>
    <message>
        <source>▲ Chosen: {names} · {count} of {wanted}</source>
        <translation>▲ चुना: {names} · {wanted} में से {count}</translation>
    </message>
    <message>
        <source>Chosen: {names}</source>
        <translation>चुना: {names}</translation>
    </message>
    <message>
        <source>★ Proposed: {names}</source>
        <translation>★ सुझाव: {names}</translation>
    </message>
    <message>
        <source>{room} for {days}</source>
        <translation>{days} के लिए {room}</translation>
    </message>
    <message>
        <source>★ Proposed: {rooms}: a change of room</source>
        <translation>★ सुझाव: {rooms}: बीच में कमरा बदलेगा</translation>
    </message>
    <message>
        <source>▲ Nothing is free. Other days: Down in “When”.</source>
        <translation>▲ कुछ खाली नहीं है। दूसरे दिन: “कब” में नीचे की तीर कुंजी।</translation>
    </message>
    <message>
        <source>▲ Only {count} free, {wanted} wanted.</source>
        <translation>▲ सिर्फ़ {count} खाली, {wanted} चाहिए।</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>कुछ नहीं चुना।</translation>
    </message>
    <message>
        <source>the first that is free on every night</source>
        <translation>हर रात खाली रहने वाला पहला</translation>
    </message>
    <message>
        <source>it leaves the fewest nights between stays</source>
        <translation>इसमें बुकिंगों के बीच सबसे कम रातें ख़ाली रहती हैं</translation>
    </message>
    <message>
        <source>side by side, nearest to the front</source>
        <translation>साथ-साथ, सबसे आगे</translation>
    </message>
    <message>
        <source>nearest to the front</source>
        <translation>सबसे आगे</translation>
    </message>
    <message>
        <source>as close together as is left</source>
        <translation>जितना पास बचा है</translation>
    </message>
    <message>
        <source>only ladies&apos; seats are left</source>
        <translation>सिर्फ़ महिलाओं की सीटें बची हैं</translation>
    </message>
    <message>
        <source>the next places</source>
        <translation>अगली जगहें</translation>
    </message>
    <message>
        <source>1 night</source>
        <translation>1 रात</translation>
    </message>
    <message>
        <source>{count} nights</source>
        <translation>{count} रातें</translation>
    </message>
    <message>
        <source>Only children and no adult. Enter once more holds it so.</source>
        <translation>केवल बच्चे हैं, कोई वयस्क नहीं। फिर से Enter दबाने पर ऐसे ही रोका जाएगा।</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>देख रहे हैं …</translation>
    </message>
    <message>
        <source>Ctrl+G sells it all the same, with a manager&apos;s yes.</source>
        <translation>Ctrl+G: मैनेजर की हाँ से इसे फिर भी बेचें।</translation>
    </message>
    <message>
        <source>free</source>
        <translation>खाली</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>चुना</translation>
    </message>
    <message>
        <source>in the basket</source>
        <translation>बास्केट में</translation>
    </message>
    <message>
        <source>held</source>
        <translation>होल्ड पर</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>बुक</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>ब्लॉक</translation>
    </message>
    <message>
        <source>held for {left} more</source>
        <translation>{left} और होल्ड पर</translation>
    </message>
    <message>
        <source>Room {name}</source>
        <translation>कमरा {name}</translation>
    </message>
    <message>
        <source>Place {name}</source>
        <translation>जगह {name}</translation>
    </message>
    <message>
        <source>Berth {name}</source>
        <translation>बर्थ {name}</translation>
    </message>
    <message>
        <source>Seat {name}</source>
        <translation>सीट {name}</translation>
    </message>
    <message>
        <source>{before}, then {after}</source>
        <translation>{before}, फिर {after}</translation>
    </message>
    <message>
        <source>Lower deck</source>
        <translation>निचला डेक</translation>
    </message>
    <message>
        <source>Upper deck</source>
        <translation>ऊपरी डेक</translation>
    </message>
    <message>
        <source>window</source>
        <translation>खिड़की</translation>
    </message>
    <message>
        <source>ladies only</source>
        <translation>सिर्फ़ महिलाएँ</translation>
    </message>
</context>
<context>
    <name>ReasonCard</name>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
</context>
<context>
    <name>ReasonRow</name>
    <message>
        <source>or in your own words</source>
        <translation>या अपने शब्दों में</translation>
    </message>
    <message>
        <source>Reason of the cancellation</source>
        <translation>रद्द करने का कारण</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
</context>
<context>
    <name>ReceiptPanel</name>
    <message>
        <source>Change to give</source>
        <translation>लौटाने के छुट्टे</translation>
    </message>
    <message>
        <source>From the wallet</source>
        <translation>वॉलेट से</translation>
    </message>
    <message>
        <source>Wallet now</source>
        <translation>वॉलेट में अब</translation>
    </message>
    <message>
        <source>Papers that were made</source>
        <translation>बनाए गए काग़ज़</translation>
    </message>
    <message>
        <source>Print   Enter</source>
        <translation>छापें   Enter</translation>
    </message>
    <message>
        <source>Next   Esc</source>
        <translation>आगे   Esc</translation>
    </message>
    <message>
        <source>Print   Ctrl+P</source>
        <translation>छापें   Ctrl+P</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>छापें</translation>
    </message>
    <message>
        <source>Next   Enter</source>
        <translation>आगे   Enter</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>✓  {reference} is confirmed</source>
        <translation>✓  {reference} कन्फ़र्म हुई</translation>
    </message>
    <message>
        <source>Left to pay: {left}</source>
        <translation>देना बाकी: {left}</translation>
    </message>
    <message>
        <source>The receipt is ready to print.</source>
        <translation>रसीद छापने के लिए तैयार है।</translation>
    </message>
    <message>
        <source>The receipt is not ready yet; it can be printed later from the review.</source>
        <translation>रसीद अभी तैयार नहीं है; बाद में बुकिंग की सूची से छाप सकते हैं।</translation>
    </message>
</context>
<context>
    <name>RecoverForm</name>
    <message>
        <source>Code of a manager, two figures</source>
        <translation>मैनेजर का कोड, दो अंक</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>रिकवरी कोड</translation>
    </message>
    <message>
        <source>Code of a manager</source>
        <translation>मैनेजर का कोड</translation>
    </message>
</context>
<context>
    <name>RecoveryCard</name>
    <message>
        <source>Recovery code</source>
        <translation>रिकवरी कोड</translation>
    </message>
    <message>
        <source>With it a forgotten PIN is set anew, once. It is shown only now: print it with Ctrl+P or write it down, and lock it away.</source>
        <translation>इससे भूला हुआ पिन एक बार नया किया जा सकता है। यह सिर्फ़ अभी दिखता है: Ctrl+P से छापें या लिख लें, और ताले में रखें।</translation>
    </message>
    <message>
        <source>Recovery code of {name}</source>
        <translation>{name} का रिकवरी कोड</translation>
    </message>
    <message>
        <source>The code went to {printer}.</source>
        <translation>कोड {printer} को भेजा गया।</translation>
    </message>
    <message>
        <source>No printer is set up on this machine: write the code down.</source>
        <translation>इस मशीन पर कोई प्रिंटर नहीं है: कोड लिख लें।</translation>
    </message>
    <message>
        <source>The printer does not answer. Look whether it printed, or write the code down.</source>
        <translation>प्रिंटर जवाब नहीं दे रहा। देखें कि छपा या नहीं, या कोड लिख लें।</translation>
    </message>
</context>
<context>
    <name>RecoveryLine</name>
    <message>
        <source>{name}&apos;s PIN was set anew from the system account {login} on {moment}.</source>
        <translation>{name} का पिन सिस्टम खाते {login} से {moment} को नया किया गया।</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Recovery code</source>
        <translation>रिकवरी कोड</translation>
    </message>
    <message>
        <source>Recovery code of {name}</source>
        <translation>{name} का रिकवरी कोड</translation>
    </message>
    <message>
        <source>With it the manager gets a new PIN, should the PIN be forgotten. It is shown only now. Keep the paper where no clerk finds it, or write the code down.</source>
        <translation>PIN भूल जाने पर मैनेजर को इससे नया PIN मिलता है। यह केवल अभी दिखाया जाता है। काग़ज़ ऐसी जगह रखें जहाँ कोई क्लर्क उसे न पाए, या कोड लिख लें।</translation>
    </message>
    <message>
        <source>Asking the printer …</source>
        <translation>प्रिंटर से पूछा जा रहा है …</translation>
    </message>
    <message>
        <source>Print again   Ctrl+P</source>
        <translation>फिर छापें   Ctrl+P</translation>
    </message>
    <message>
        <source>It is kept: go on   F9</source>
        <translation>रख लिया: आगे बढ़ें   F9</translation>
    </message>
    <message>
        <source>Sent to the printer {name}.</source>
        <translation>प्रिंटर {name} को भेजा गया।</translation>
    </message>
    <message>
        <source>▲ No printer answers: write the code down now.</source>
        <translation>▲ कोई प्रिंटर जवाब नहीं देता: कोड अभी लिख लें।</translation>
    </message>
</context>
<context>
    <name>RefundDepartureWindow</name>
    <message>
        <source>Bookings that are done</source>
        <translation>हो चुकी बुकिंगें</translation>
    </message>
    <message>
        <source>Open the booking   Enter</source>
        <translation>बुकिंग खोलें   Enter</translation>
    </message>
    <message>
        <source>Stop after this one   Esc</source>
        <translation>इसके बाद रोकें   Esc</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>वापस   Esc</translation>
    </message>
    <message>
        <source>Nothing is left to be given back here.</source>
        <translation>यहाँ लौटाने को कुछ नहीं बचा।</translation>
    </message>
</context>
<context>
    <name>RefundTable</name>
    <message>
        <source>Bookings that are hit</source>
        <translation>जिन बुकिंगों पर असर है</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>बुकिंग</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>इकाइयाँ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापसी</translation>
    </message>
    <message>
        <source>How</source>
        <translation>कैसे</translation>
    </message>
</context>
<context>
    <name>RefusalSigns</name>
    <message>
        <source>Seat {name} is for ladies: choose F, or another seat.</source>
        <translation>सीट {name} महिलाओं के लिए है: F चुनें, या दूसरी सीट।</translation>
    </message>
    <message>
        <source>What is wanted? Type a code, a name or a route.</source>
        <translation>क्या चाहिए? कोड, नाम या मार्ग लिखें।</translation>
    </message>
    <message>
        <source>Nothing is chosen to be held: choose with the arrow keys and Space, or another day.</source>
        <translation>रोकने के लिए कुछ नहीं चुना गया: तीर की कुंजियों और Space से चुनें, या कोई और दिन।</translation>
    </message>
    <message>
        <source>Whose booking is it? Type a mobile number, or a name.</source>
        <translation>बुकिंग किसकी है? मोबाइल नंबर या नाम लिखें।</translation>
    </message>
    <message>
        <source>{lost}: taken by somebody else just now. No other seat is chosen instead.</source>
        <translation>{lost}: अभी-अभी किसी और ने ले लिया। उसकी जगह कोई और सीट नहीं चुनी गई।</translation>
    </message>
    <message>
        <source>{lost}: taken by somebody else just now. Chosen instead: {instead}.</source>
        <translation>{lost}: किसी और ने अभी ले लिया। बदले में चुना: {instead}।</translation>
    </message>
    <message>
        <source>{lost}: taken by somebody else just now, and nothing else is free.</source>
        <translation>{lost}: किसी और ने अभी ले लिया, और कुछ खाली नहीं है।</translation>
    </message>
</context>
<context>
    <name>RegisterWindow</name>
    <message>
        <source>F9  what the button says      O  open the booking      Del  erase an entry      E  lists and register      Ctrl+S  CSV      Esc  back</source>
        <translation>F9  जो बटन पर लिखा है      O  बुकिंग खोलें      Del  प्रविष्टि मिटाएँ      E  सूचियाँ और रजिस्टर      Ctrl+S  CSV      Esc  वापस</translation>
    </message>
    <message>
        <source>What tells who it was is taken out for good. There is no way back.</source>
        <translation>जिससे पता चले कि कौन थे, वह हमेशा के लिए हटाया जाएगा। वापसी का रास्ता नहीं है।</translation>
    </message>
    <message>
        <source>This house keeps no register of guests.</source>
        <translation>यहाँ अतिथि रजिस्टर नहीं रखा जाता।</translation>
    </message>
    <message>
        <source>No form has to be handed in.</source>
        <translation>कोई फ़ॉर्म जमा नहीं करना है।</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>करें</translation>
    </message>
    <message>
        <source>Save what is set</source>
        <translation>यह सहेजें</translation>
    </message>
    <message>
        <source>Erase the entry of {name}</source>
        <translation>{name} की प्रविष्टि मिटाएँ</translation>
    </message>
    <message>
        <source>Change the entry of {name}</source>
        <translation>{name} की प्रविष्टि बदलें</translation>
    </message>
    <message>
        <source>Enter {name}</source>
        <translation>{name} को दर्ज करें</translation>
    </message>
    <message>
        <source>Keep a register of guests</source>
        <translation>अतिथि रजिस्टर रखें</translation>
    </message>
    <message>
        <source>Form of {name}&apos;s departure was handed in</source>
        <translation>{name} के प्रस्थान का फ़ॉर्म जमा हुआ</translation>
    </message>
    <message>
        <source>Form of {name}&apos;s arrival was handed in</source>
        <translation>{name} के आगमन का फ़ॉर्म जमा हुआ</translation>
    </message>
    <message>
        <source>It is saved.</source>
        <translation>सहेजा गया।</translation>
    </message>
    <message>
        <source>The entry is erased.</source>
        <translation>प्रविष्टि मिटाई गई।</translation>
    </message>
    <message>
        <source>The entry is changed.</source>
        <translation>प्रविष्टि बदली गई।</translation>
    </message>
    <message>
        <source>The guest is in the register.</source>
        <translation>अतिथि रजिस्टर में हैं।</translation>
    </message>
    <message>
        <source>The form is noted as handed in.</source>
        <translation>लिख लिया कि फ़ॉर्म जमा हुआ।</translation>
    </message>
    <message>
        <source>The register is saved as {path}.</source>
        <translation>रजिस्टर {path} में सहेजा गया।</translation>
    </message>
    <message>
        <source>The register could not be saved. {reason}</source>
        <translation>रजिस्टर सहेजा नहीं जा सका। {reason}</translation>
    </message>
    <message>
        <source>Register of guests</source>
        <translation>अतिथि रजिस्टर</translation>
    </message>
</context>
<context>
    <name>RegistrationsCard</name>
    <message>
        <source>Registrations for GST</source>
        <translation>GST पंजीकरण</translation>
    </message>
    <message>
        <source>taxed</source>
        <translation>कर लगता है</translation>
    </message>
    <message>
        <source>composition: bills of supply, no tax is asked of a customer</source>
        <translation>कंपोज़िशन: आपूर्ति बिल, ग्राहक से कर नहीं लिया जाता</translation>
    </message>
    <message>
        <source>not registered: no tax is asked of a customer</source>
        <translation>पंजीकृत नहीं: ग्राहक से कर नहीं लिया जाता</translation>
    </message>
    <message>
        <source>e-invoice: a tax invoice to a registered buyer waits for its IRN</source>
        <translation>ई-चालान: पंजीकृत ख़रीदार का कर चालान अपने IRN की प्रतीक्षा करता है</translation>
    </message>
    <message>
        <source>no e-invoice</source>
        <translation>ई-चालान नहीं</translation>
    </message>
    <message>
        <source>service codes with {count} figures</source>
        <translation>{count} अंकों के सेवा कोड</translation>
    </message>
    <message>
        <source>▲ Nobody has said who supplies: customers get plain receipts without a GSTIN. Who is registered writes a file of registrations (docs/import.md) and imports it; who is not writes “none” as the registration of each site.</source>
        <translation>▲ किसी ने नहीं बताया कि आपूर्ति कौन करता है: ग्राहकों को बिना GSTIN की सादी रसीदें मिलती हैं। जो पंजीकृत है वह पंजीकरणों की फ़ाइल (docs/import.md) लिखकर आयात करे; जो नहीं है वह हर स्थल के पंजीकरण में “none” लिखे।</translation>
    </message>
    <message>
        <source>▲ Nobody has said who supplies {sites}: customers get plain receipts there. Write a registration, or “none”, into the file of the sites and import it again.</source>
        <translation>▲ किसी ने नहीं बताया कि {sites} की आपूर्ति कौन करता है: वहाँ ग्राहकों को सादी रसीदें मिलती हैं। स्थलों की फ़ाइल में पंजीकरण, या “none”, लिखकर उसे फिर आयात करें।</translation>
    </message>
</context>
<context>
    <name>Reopening</name>
    <message>
        <source>Why it is opened again</source>
        <translation>फिर से क्यों खोली जाती है</translation>
    </message>
    <message>
        <source>Open it again   F9</source>
        <translation>फिर से खोलें   F9</translation>
    </message>
    <message>
        <source>{reference} becomes confirmed again, with its lines and its money as they are: it can be moved and cancelled. Only for a booking that a wrong clock completed.</source>
        <translation>{reference} फिर से पक्की हो जाती है, उसकी पंक्तियाँ और पैसे वैसे ही रहते हैं: उसे बदला और रद्द किया जा सकता है। केवल उस बुकिंग के लिए, जिसे ग़लत घड़ी ने पूरा कर दिया।</translation>
    </message>
</context>
<context>
    <name>ReturnTable</name>
    <message>
        <source>Table</source>
        <translation>तालिका</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>पंक्तियाँ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>मूल्य</translation>
    </message>
    <message>
        <source>SGST or UTGST</source>
        <translation>SGST या UTGST</translation>
    </message>
    <message>
        <source>Tables of the return</source>
        <translation>रिटर्न की तालिकाएँ</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 दिन</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>इस महीने</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>दूसरे दिन</translation>
    </message>
    <message>
        <source>made</source>
        <translation>कब बनी</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>रेफ़रेंस</translation>
    </message>
    <message>
        <source>state</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>what</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>tenders</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>डेस्क</translation>
    </message>
    <message>
        <source>total</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>मिला</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>लौटाया</translation>
    </message>
    <message>
        <source>Held for ten minutes</source>
        <translation>दस मिनट के लिए होल्ड</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>कन्फ़र्म हुई</translation>
    </message>
    <message>
        <source>The balance is paid</source>
        <translation>बाकी रकम चुका दी गई</translation>
    </message>
    <message>
        <source>Kept although the balance was not paid in time</source>
        <translation>बाकी रकम समय पर न मिलने पर भी रखी गई</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>रद्द हुई</translation>
    </message>
    <message>
        <source>Cancelled in part</source>
        <translation>एक हिस्सा रद्द</translation>
    </message>
    <message>
        <source>Moved to other units</source>
        <translation>दूसरी यूनिट में बदला</translation>
    </message>
    <message>
        <source>Hold released in part</source>
        <translation>होल्ड का एक हिस्सा छोड़ा गया</translation>
    </message>
    <message>
        <source>Its time was moved by the house</source>
        <translation>इसका समय यहाँ से बदला गया</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>पूरी हुई</translation>
    </message>
    <message>
        <source>The hold ended</source>
        <translation>होल्ड ख़त्म हुआ</translation>
    </message>
    <message>
        <source>Held again for ten minutes, at the same price</source>
        <translation>उसी दाम पर दस मिनट के लिए फिर रोका गया</translation>
    </message>
    <message>
        <source>Hold extended by ten minutes</source>
        <translation>होल्ड दस मिनट बढ़ाई गई</translation>
    </message>
    <message>
        <source>Hold ended by another desk</source>
        <translation>दूसरे काउंटर ने होल्ड ख़त्म की</translation>
    </message>
    <message>
        <source>Read that another desk had ended the hold</source>
        <translation>पढ़ा कि दूसरे काउंटर ने होल्ड ख़त्म की</translation>
    </message>
    <message>
        <source>Given to another customer</source>
        <translation>दूसरे ग्राहक को दी गई</translation>
    </message>
    <message>
        <source>Taxes made anew for another GSTIN or State</source>
        <translation>दूसरे GSTIN या राज्य के लिए कर नए सिरे से</translation>
    </message>
    <message>
        <source>Number of the e-invoice entered</source>
        <translation>ई-चालान का नंबर दर्ज किया गया</translation>
    </message>
    <message>
        <source>Papers made anew for the right buyer</source>
        <translation>सही ख़रीदार के नाम पर काग़ज़ फिर से बनाए गए</translation>
    </message>
    <message>
        <source>Two customers made one</source>
        <translation>दो ग्राहक एक किए गए</translation>
    </message>
    <message>
        <source>Mobile number changed</source>
        <translation>मोबाइल नंबर बदला गया</translation>
    </message>
    <message>
        <source>Taken from the wallet</source>
        <translation>वॉलेट से लिया गया</translation>
    </message>
    <message>
        <source>Payment through the gateway started</source>
        <translation>गेटवे से भुगतान शुरू</translation>
    </message>
    <message>
        <source>Payment begun</source>
        <translation>भुगतान शुरू</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>भुगतान मिला</translation>
    </message>
    <message>
        <source>Payment that staff must decide about</source>
        <translation>भुगतान, जिस पर स्टाफ़ को निर्णय लेना है</translation>
    </message>
    <message>
        <source>Payment ended without money</source>
        <translation>भुगतान बिना पैसे के ख़त्म</translation>
    </message>
    <message>
        <source>Paid in full</source>
        <translation>पूरा भुगतान</translation>
    </message>
    <message>
        <source>Money that staff must decide about</source>
        <translation>पैसे जिन पर निर्णय लेना है</translation>
    </message>
    <message>
        <source>Money found at the gateway</source>
        <translation>गेटवे पर पैसे मिले</translation>
    </message>
    <message>
        <source>Refund begun</source>
        <translation>रिफ़ंड शुरू</translation>
    </message>
    <message>
        <source>Refund planned</source>
        <translation>रिफ़ंड तय हुआ</translation>
    </message>
    <message>
        <source>Confirmed again after a wrong clock</source>
        <translation>ग़लत घड़ी के बाद फिर पक्की</translation>
    </message>
    <message>
        <source>Tender corrected</source>
        <translation>भुगतान का साधन सुधारा गया</translation>
    </message>
    <message>
        <source>Refund done</source>
        <translation>रिफ़ंड हो गया</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation>रिफ़ंड नहीं हुआ</translation>
    </message>
    <message>
        <source>Given back on the gateway&apos;s own pages</source>
        <translation>गेटवे के अपने पेज से लौटाया गया</translation>
    </message>
    <message>
        <source>Given back another way</source>
        <translation>दूसरे तरीके से लौटाया</translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation>मामला खुला</translation>
    </message>
    <message>
        <source>Case decided in part</source>
        <translation>मामला आंशिक रूप से तय</translation>
    </message>
    <message>
        <source>Case decided</source>
        <translation>मामले का निर्णय हुआ</translation>
    </message>
    <message>
        <source>The gateway&apos;s books differ</source>
        <translation>गेटवे का हिसाब अलग है</translation>
    </message>
    <message>
        <source>A payer&apos;s part received</source>
        <translation>एक व्यक्ति का हिस्सा मिला</translation>
    </message>
    <message>
        <source>PAN asked for much cash</source>
        <translation>ज़्यादा नक़द पर PAN पूछा गया</translation>
    </message>
    <message>
        <source>Put to an occasion</source>
        <translation>आयोजन में जोड़ी गई</translation>
    </message>
    <message>
        <source>Account of the house entered</source>
        <translation>हाउस का खाता दर्ज हुआ</translation>
    </message>
    <message>
        <source>Account of the house changed</source>
        <translation>हाउस का खाता बदला गया</translation>
    </message>
    <message>
        <source>Signed in at the desk</source>
        <translation>डेस्क पर साइन इन किया</translation>
    </message>
    <message>
        <source>A manager said yes to an act</source>
        <translation>मैनेजर ने एक काम के लिए हाँ कहा</translation>
    </message>
    <message>
        <source>A person was added to the staff</source>
        <translation>कर्मचारियों में एक व्यक्ति जोड़ा गया</translation>
    </message>
    <message>
        <source>A person of the staff was changed</source>
        <translation>कर्मचारी का विवरण बदला गया</translation>
    </message>
    <message>
        <source>A PIN was changed by its person</source>
        <translation>व्यक्ति ने अपना पिन बदला</translation>
    </message>
    <message>
        <source>A manager gave a new PIN</source>
        <translation>मैनेजर ने नया पिन दिया</translation>
    </message>
    <message>
        <source>A new recovery code was made</source>
        <translation>नया रिकवरी कोड बनाया गया</translation>
    </message>
    <message>
        <source>A PIN was set anew by the recovery code</source>
        <translation>रिकवरी कोड से पिन नया किया गया</translation>
    </message>
    <message>
        <source>A PIN was set anew from the system account</source>
        <translation>सिस्टम खाते से पिन नया किया गया</translation>
    </message>
    <message>
        <source>Done with the yes of a manager</source>
        <translation>मैनेजर की हाँ से किया गया</translation>
    </message>
    <message>
        <source>Command run outside the window</source>
        <translation>विंडो के बाहर आदेश चलाया गया</translation>
    </message>
    <message>
        <source>Desk taken over by another machine</source>
        <translation>डेस्क दूसरी मशीन ने ले लिया</translation>
    </message>
    <message>
        <source>Desk given its name</source>
        <translation>डेस्क को नाम दिया गया</translation>
    </message>
    <message>
        <source>Name and address of the business told</source>
        <translation>व्यवसाय का नाम और पता बताया गया</translation>
    </message>
    <message>
        <source>Discount given</source>
        <translation>छूट दी गई</translation>
    </message>
    <message>
        <source>Figures given to the accountant</source>
        <translation>लेखाकार को आँकड़े दिए गए</translation>
    </message>
    <message>
        <source>Names of the accountant&apos;s ledgers changed</source>
        <translation>लेखाकार के खातों के नाम बदले गए</translation>
    </message>
    <message>
        <source>Limit changed</source>
        <translation>सीमा बदली</translation>
    </message>
    <message>
        <source>Hold released</source>
        <translation>होल्ड छोड़ा गया</translation>
    </message>
    <message>
        <source>Ledger: {kind}</source>
        <translation>खाता: {kind}</translation>
    </message>
    <message>
        <source>Guest or passenger came</source>
        <translation>अतिथि या यात्री आए</translation>
    </message>
    <message>
        <source>Did not come after all</source>
        <translation>असल में नहीं आए</translation>
    </message>
    <message>
        <source>Guest left</source>
        <translation>अतिथि गए</translation>
    </message>
    <message>
        <source>Did not leave after all</source>
        <translation>असल में नहीं गए</translation>
    </message>
    <message>
        <source>Guest entered in the register</source>
        <translation>अतिथि रजिस्टर में दर्ज</translation>
    </message>
    <message>
        <source>Entry of the register changed</source>
        <translation>रजिस्टर की प्रविष्टि बदली</translation>
    </message>
    <message>
        <source>Entry of the register erased</source>
        <translation>रजिस्टर की प्रविष्टि मिटाई गई</translation>
    </message>
    <message>
        <source>Form of a guest handed in</source>
        <translation>अतिथि का फ़ॉर्म जमा हुआ</translation>
    </message>
    <message>
        <source>Old entries of the register erased</source>
        <translation>रजिस्टर की पुरानी प्रविष्टियाँ मिटाई गईं</translation>
    </message>
    <message>
        <source>Register of guests saved as a file</source>
        <translation>अतिथि रजिस्टर फ़ाइल में सहेजा गया</translation>
    </message>
    <message>
        <source>Lists of a day made by themselves</source>
        <translation>दिन की सूचियाँ अपने-आप बनीं</translation>
    </message>
    <message>
        <source>Rules of lists and register changed</source>
        <translation>सूचियों और रजिस्टर के नियम बदले</translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message>
        <source>Save as CSV   Ctrl+S</source>
        <translation>CSV सहेजें   Ctrl+S</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSV सहेजें</translation>
    </message>
    <message>
        <source>Show all bookings</source>
        <translation>सभी बुकिंग दिखाएँ</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>बुकिंग</translation>
    </message>
    <message>
        <source>{count} found, {total} sold, {unsold} not sold</source>
        <translation>{count} मिलीं, बिक्री {total}, बिना बिके {unsold}</translation>
    </message>
    <message>
        <source>{count} found, {total} sold</source>
        <translation>{count} मिलीं, बिक्री {total}</translation>
    </message>
    <message>
        <source>Nothing has been booked yet.</source>
        <translation>अभी तक कोई बुकिंग नहीं हुई।</translation>
    </message>
    <message>
        <source>No booking matches these filters.</source>
        <translation>इन फ़िल्टरों से कोई बुकिंग नहीं मिली।</translation>
    </message>
    <message>
        <source>Nothing is found, so there is nothing to save.</source>
        <translation>कुछ नहीं मिला, इसलिए सहेजने को कुछ नहीं है।</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>{path} नाम से सहेजा गया</translation>
    </message>
    <message>
        <source>The file could not be written to {folder}. {reason}</source>
        <translation>फ़ाइल {folder} में नहीं लिखी जा सकी। {reason}</translation>
    </message>
</context>
<context>
    <name>RoomGuestsRow</name>
    <message>
        <source>Room {room}</source>
        <translation>कमरा {room}</translation>
    </message>
    <message>
        <source>Adults in room {room}</source>
        <translation>कमरा {room} में वयस्क</translation>
    </message>
    <message>
        <source>Children in room {room}</source>
        <translation>कमरा {room} में बच्चे</translation>
    </message>
    <message>
        <source>adults</source>
        <translation>वयस्क</translation>
    </message>
    <message>
        <source>children</source>
        <translation>बच्चे</translation>
    </message>
</context>
<context>
    <name>RoomRack</name>
    <message>
        <source>Rooms</source>
        <translation>कमरे</translation>
    </message>
</context>
<context>
    <name>RulesForm</name>
    <message>
        <source>Lists in Hindi</source>
        <translation>सूचियाँ हिंदी में</translation>
    </message>
    <message>
        <source>Whole telephone numbers on them</source>
        <translation>उन पर पूरे टेलीफ़ोन नंबर</translation>
    </message>
    <message>
        <source>This house keeps a register of guests</source>
        <translation>यहाँ अतिथि रजिस्टर रखा जाता है</translation>
    </message>
    <message>
        <source>Tomorrow&apos;s lists by themselves at (empty: never)</source>
        <translation>कल की सूचियाँ अपने-आप कितने बजे (ख़ाली: कभी नहीं)</translation>
    </message>
    <message>
        <source>Months that the register is kept</source>
        <translation>रजिस्टर कितने महीने रखें</translation>
    </message>
    <message>
        <source>Hours in which Form III is handed in</source>
        <translation>फ़ॉर्म III कितने घंटे में जमा हो</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>Rules for payments of other programs</source>
        <translation>दूसरे प्रोग्रामों के भुगतानों के नियम</translation>
    </message>
    <message>
        <source>No rule yet. One is made with the answer “nor any that come like it” of a payment.</source>
        <translation>अभी कोई नियम नहीं। किसी भुगतान के जवाब “और आगे ऐसे आने वाले भी नहीं” से नियम बनता है।</translation>
    </message>
    <message>
        <source>Payments of other programs that make no case</source>
        <translation>दूसरे प्रोग्रामों के भुगतान जो मामला नहीं बनते</translation>
    </message>
    <message>
        <source>{sign}   payments: {count}, {amount}   since {day}, {who}</source>
        <translation>{sign}   भुगतान: {count}, {amount}   {day} से, {who}</translation>
    </message>
    <message>
        <source>End this rule and ask about its payments: {count}, {amount}   Del</source>
        <translation>यह नियम हटाएँ और इसके भुगतानों पर फिर पूछें: {count}, {amount}   Del</translation>
    </message>
    <message>
        <source>The rule is ended. Payments that wait for a decision again: {count}.</source>
        <translation>नियम हट गया। फिर निर्णय की प्रतीक्षा में भुगतान: {count}।</translation>
    </message>
</context>
<context>
    <name>SaleModel</name>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>दाम</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>खाली</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>{free} of {all}</source>
        <translation>{all} में से {free}</translation>
    </message>
</context>
<context>
    <name>SaleTable</name>
    <message>
        <source>Days</source>
        <translation>दिन</translation>
    </message>
</context>
<context>
    <name>ScanNotice</name>
    <message>
        <source>Scanned: {text}</source>
        <translation>स्कैन किया गया: {text}</translation>
    </message>
</context>
<context>
    <name>SealedPanel</name>
    <message>
        <source>Difference</source>
        <translation>अंतर</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>&amp;What</source>
        <translation>क्या (&amp;W)</translation>
    </message>
    <message>
        <source>What: code, name or route</source>
        <translation>क्या: कोड, नाम या रूट</translation>
    </message>
    <message>
        <source>DLX, pune goa, Sinhagad …</source>
        <translation>DLX, pune goa, Sinhagad …</translation>
    </message>
    <message>
        <source>W&amp;hen</source>
        <translation>कब (&amp;H)</translation>
    </message>
    <message>
        <source>When: day or days</source>
        <translation>कब: दिन या तारीख़ें</translation>
    </message>
    <message>
        <source>24 nov, sat, +3 …</source>
        <translation>24 nov, sat, +3 …</translation>
    </message>
    <message>
        <source>How &amp;many</source>
        <translation>कितने (&amp;M)</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>कितने</translation>
    </message>
    <message>
        <source>Show the days</source>
        <translation>दिन दिखाएँ</translation>
    </message>
    <message>
        <source>Show the days (Down)</source>
        <translation>दिन दिखाएँ (नीचे की तीर कुंजी)</translation>
    </message>
    <message>
        <source>“{text}” is no day. Try 24 nov, 24/11, sat, +3 or today.</source>
        <translation>“{text}” कोई दिन नहीं है। 24 nov, 24/11, sat, +3 या today लिखें।</translation>
    </message>
    <message>
        <source>“{text}” is no number here. {hint}</source>
        <translation>“{text}” यहाँ कोई संख्या नहीं है। {hint}</translation>
    </message>
    <message>
        <source>One at least.</source>
        <translation>कम से कम एक।</translation>
    </message>
    <message>
        <source>How &amp;many nights</source>
        <translation>कितनी रातें (&amp;M)</translation>
    </message>
    <message>
        <source>How &amp;many seats</source>
        <translation>कितनी सीटें (&amp;M)</translation>
    </message>
    <message>
        <source>Seats: 2, or their names 4A 4B, or persons 2a1c.</source>
        <translation>सीटें: 2, या उनके नाम 4A 4B, या व्यक्ति 2a1c।</translation>
    </message>
    <message>
        <source>How &amp;many places</source>
        <translation>कितनी जगहें (&amp;M)</translation>
    </message>
    <message>
        <source>Nights, rooms, adults, children: 2, or 2n 1r 2a 1c.</source>
        <translation>रातें, कमरे, वयस्क, बच्चे: 2, या 2n 1r 2a 1c।</translation>
    </message>
    <message>
        <source>Places: 3, or 2a 1c.</source>
        <translation>जगहें: 3, या 2a 1c।</translation>
    </message>
    <message>
        <source>{days} · tonight, since {day}</source>
        <translation>{days} · आज रात, {day} से</translation>
    </message>
    <message>
        <source>{days} · today</source>
        <translation>{days} · आज</translation>
    </message>
    <message>
        <source>{days} · tomorrow</source>
        <translation>{days} · कल</translation>
    </message>
    <message>
        <source>{days} · last night</source>
        <translation>{days} · बीती रात</translation>
    </message>
    <message>
        <source>{days} · in {count} days</source>
        <translation>{days} · {count} दिन में</translation>
    </message>
    <message>
        <source>1 night</source>
        <translation>1 रात</translation>
    </message>
    <message>
        <source>{count} nights</source>
        <translation>{count} रातें</translation>
    </message>
    <message>
        <source>1 room</source>
        <translation>1 कमरा</translation>
    </message>
    <message>
        <source>{count} rooms</source>
        <translation>{count} कमरे</translation>
    </message>
    <message>
        <source>1 adult</source>
        <translation>1 वयस्क</translation>
    </message>
    <message>
        <source>{count} adults</source>
        <translation>{count} वयस्क</translation>
    </message>
    <message>
        <source>1 child</source>
        <translation>1 बच्चा</translation>
    </message>
    <message>
        <source>{count} children</source>
        <translation>{count} बच्चे</translation>
    </message>
</context>
<context>
    <name>Server</name>
    <message>
        <source>The server has been silent since {time}: nothing is sold until it answers. What is shown is as of {time}; nothing that was typed is lost.</source>
        <translation>सर्वर {time} से चुप है: जवाब आने तक कुछ नहीं बिकेगा। जो दिख रहा है वह {time} तक का है; जो टाइप किया गया वह खोया नहीं है।</translation>
    </message>
    <message>
        <source>Another program has kept the books since {time}: what was pressed waits for it. Reading works.</source>
        <translation>{time} से कोई दूसरा प्रोग्राम बही को रोके हुए है: जो दबाया गया वह उसका इंतज़ार कर रहा है। पढ़ना चलता है।</translation>
    </message>
    <message>
        <source>● server answers</source>
        <translation>● सर्वर जवाब दे रहा है</translation>
    </message>
    <message>
        <source>▲ server silent since {time}</source>
        <translation>▲ सर्वर {time} से चुप</translation>
    </message>
    <message>
        <source>▲ server only reads</source>
        <translation>▲ सर्वर केवल पढ़ता है</translation>
    </message>
    <message>
        <source>▲ standby does not answer</source>
        <translation>▲ सहायक सर्वर चुप</translation>
    </message>
    <message>
        <source>▲ books kept since {time}</source>
        <translation>▲ बही {time} से रुकी</translation>
    </message>
</context>
<context>
    <name>ServerSection</name>
    <message>
        <source>Server</source>
        <translation>सर्वर</translation>
    </message>
</context>
<context>
    <name>Settlements</name>
    <message>
        <source>Payout of the gateway taken into the books</source>
        <translation>गेटवे की भेजी राशि बही में ली गई</translation>
    </message>
    <message>
        <source>Row of a payout put where it belongs</source>
        <translation>भेजी गई राशि की पंक्ति सही जगह रखी गई</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>वापसी</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>ट्रांसफ़र</translation>
    </message>
    <message>
        <source>adjustment</source>
        <translation>समायोजन</translation>
    </message>
    <message>
        <source>dispute</source>
        <translation>विवाद</translation>
    </message>
    <message>
        <source>no UTR</source>
        <translation>यूटीआर नहीं</translation>
    </message>
    <message>
        <source>▲ {what}, not ours</source>
        <translation>▲ {what}, हमारा नहीं</translation>
    </message>
    <message>
        <source>owed since {moment}</source>
        <translation>{moment} से बकाया</translation>
    </message>
    <message>
        <source>The gateway owes {amount}</source>
        <translation>गेटवे पर बकाया {amount}</translation>
    </message>
    <message>
        <source>refunds and differences {amount}</source>
        <translation>वापसी और अंतर {amount}</translation>
    </message>
    <message>
        <source>▲ longer: {amount} ({count})</source>
        <translation>▲ इससे पुराना: {amount} ({count})</translation>
    </message>
    <message>
        <source>up to {days} days: {amount} ({count})</source>
        <translation>{days} दिन तक: {amount} ({count})</translation>
    </message>
    <message>
        <source>No day has been read yet.</source>
        <translation>अभी तक कोई दिन नहीं पढ़ा गया।</translation>
    </message>
    <message>
        <source>Read up to {day}.</source>
        <translation>{day} तक पढ़ा गया।</translation>
    </message>
    <message>
        <source>{rows} new rows, {amount} to the bank, {cases} to look at.</source>
        <translation>{rows} नई पंक्तियाँ, बैंक में {amount}, {cases} देखने के लिए।</translation>
    </message>
</context>
<context>
    <name>SettlementsWindow</name>
    <message>
        <source>Payouts</source>
        <translation>भेजी गई राशियाँ</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>UTR</source>
        <translation>यूटीआर</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>पंक्तियाँ</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>वापसी</translation>
    </message>
    <message>
        <source>Fee and tax</source>
        <translation>शुल्क और कर</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation>बैंक में</translation>
    </message>
    <message>
        <source>What</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>किसका</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>शुल्क</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>Rows of the payout</source>
        <translation>भेजी गई राशि की पंक्तियाँ</translation>
    </message>
    <message>
        <source>Ask the gateway   R</source>
        <translation>गेटवे से पूछें   R</translation>
    </message>
    <message>
        <source>↑ ↓  payout      Enter  its rows, then the booking      O  what is owed      R  ask the gateway      Ctrl+S  CSV      F5  read again      Esc  back</source>
        <translation>↑ ↓  भेजी गई राशि      Enter  उसकी पंक्तियाँ, फिर बुकिंग      O  बकाया      R  गेटवे से पूछें      Ctrl+S  CSV      F5  फिर पढ़ें      Esc  वापस</translation>
    </message>
    <message>
        <source>Nothing has been paid out yet, as far as it was read.</source>
        <translation>जहाँ तक पढ़ा गया, अभी तक कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Payout {id}, {count} rows</source>
        <translation>भेजी गई राशि {id}, {count} पंक्तियाँ</translation>
    </message>
    <message>
        <source>The gateway owes nothing for any payment.</source>
        <translation>किसी भुगतान का गेटवे पर कुछ बकाया नहीं है।</translation>
    </message>
    <message>
        <source>Owed by the gateway, the oldest first</source>
        <translation>गेटवे पर बकाया, सबसे पुराना पहले</translation>
    </message>
    <message>
        <source>This is about no booking.</source>
        <translation>यह किसी बुकिंग का नहीं है।</translation>
    </message>
    <message>
        <source>There is no payout to save.</source>
        <translation>सहेजने के लिए कोई भेजी गई राशि नहीं है।</translation>
    </message>
    <message>
        <source>The file could not be written. {reason}</source>
        <translation>फ़ाइल नहीं लिखी जा सकी। {reason}</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>{path} के रूप में सहेजा गया</translation>
    </message>
    <message>
        <source>Settlements of the gateway</source>
        <translation>सेटलमेंट: गेटवे ने क्या भेजा</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} और {count} और</translation>
    </message>
    <message>
        <source>No key is kept on this computer.</source>
        <translation>इस कंप्यूटर पर कोई कुंजी नहीं रखी है।</translation>
    </message>
    <message>
        <source>Kept in this computer&apos;s keyring: the key ending in {end}.</source>
        <translation>इस कंप्यूटर के कीरिंग में: {end} पर ख़त्म होने वाली कुंजी।</translation>
    </message>
    <message>
        <source>The gateway gave no clear answer. Check the network and try again; nothing is known yet.</source>
        <translation>गेटवे ने साफ़ जवाब नहीं दिया। नेटवर्क जाँचें और फिर कोशिश करें; अभी कुछ पता नहीं है।</translation>
    </message>
    <message>
        <source>The gateway does not accept these keys. Copy both anew from its dashboard.</source>
        <translation>गेटवे ये कुंजियाँ नहीं मानता। दोनों को उसके डैशबोर्ड से फिर कॉपी करें।</translation>
    </message>
    <message>
        <source>The keys are accepted. They are live keys: real money moves.</source>
        <translation>कुंजियाँ सही हैं। ये असली (live) हैं: असली पैसे लगेंगे।</translation>
    </message>
    <message>
        <source>The keys are accepted, but they are test keys: no real money moves.</source>
        <translation>कुंजियाँ सही हैं, पर टेस्ट की हैं: असली पैसे नहीं लगेंगे।</translation>
    </message>
    <message>
        <source>UPI QR works and is drawn on this screen.</source>
        <translation>UPI QR चलता है और इस स्क्रीन पर दिखता है।</translation>
    </message>
    <message>
        <source>UPI QR is not enabled for this account. Ask the gateway&apos;s support to switch it on.</source>
        <translation>इस खाते में UPI QR चालू नहीं है। गेटवे के सपोर्ट से चालू कराएँ।</translation>
    </message>
    <message>
        <source>UPI QR works, but its content is not handed out (image_content): the gateway&apos;s own picture is shown. Its support can switch that on.</source>
        <translation>UPI QR चलता है, पर उसका कोड (image_content) नहीं मिलता: गेटवे की अपनी तस्वीर दिखेगी। उसका सपोर्ट इसे चालू कर सकता है।</translation>
    </message>
    <message>
        <source>Payment links work.</source>
        <translation>भुगतान लिंक चलते हैं।</translation>
    </message>
    <message>
        <source>Payment links are not enabled: cards are taken by machine only.</source>
        <translation>भुगतान लिंक चालू नहीं हैं: कार्ड सिर्फ़ मशीन से लिए जाएँगे।</translation>
    </message>
    <message>
        <source>The account takes less than ₹1,00,000 in one payment. Ask for a higher limit.</source>
        <translation>यह खाता एक बार में ₹1,00,000 से कम लेता है। सीमा बढ़वाएँ।</translation>
    </message>
    <message>
        <source>The account lacks more than is known here: {names}.</source>
        <translation>खाते में और भी कमी है जो यहाँ पता नहीं: {names}।</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {count} s behind the gateway&apos;s. Set it right before selling.</source>
        <translation>इस कंप्यूटर की घड़ी गेटवे से {count} सेकंड पीछे है। बेचने से पहले ठीक करें।</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {count} s ahead of the gateway&apos;s. Set it right before selling.</source>
        <translation>इस कंप्यूटर की घड़ी गेटवे से {count} सेकंड आगे है। बेचने से पहले ठीक करें।</translation>
    </message>
    <message>
        <source>The gateway could not be asked: the comparison is not complete. Nothing was changed.</source>
        <translation>गेटवे से पूछा नहीं जा सका: मिलान पूरा नहीं हुआ। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>1 payment of {amount} in the last days: the books say the same.</source>
        <translation>पिछले दिनों में {amount} का 1 भुगतान: बही में भी यही है।</translation>
    </message>
    <message>
        <source>{count} payments of {amount} in the last days: the books say the same.</source>
        <translation>पिछले दिनों में {amount} के {count} भुगतान: बही में भी यही है।</translation>
    </message>
    <message>
        <source>The books hold other amounts than the gateway, or none, for {names}.</source>
        <translation>{names} के लिए बही में गेटवे से अलग राशि है, या कोई नहीं।</translation>
    </message>
    <message>
        <source>The gateway does not know {names}, which the books hold.</source>
        <translation>बही में {names} है, पर गेटवे इसे नहीं जानता।</translation>
    </message>
    <message>
        <source>{amount} of it waits for a decision: F6.</source>
        <translation>इसमें से {amount} पर निर्णय बाकी है: F6।</translation>
    </message>
    <message>
        <source>1 payment is still open and goes on being asked about.</source>
        <translation>1 भुगतान अब भी खुला है; उसके बारे में पूछना जारी है।</translation>
    </message>
    <message>
        <source>{count} payments are still open and go on being asked about.</source>
        <translation>{count} भुगतान अब भी खुले हैं; उनके बारे में पूछना जारी है।</translation>
    </message>
    <message>
        <source>Whose some of the money is could not be found out yet; the next comparison decides.</source>
        <translation>कुछ राशि किसकी है, यह अभी पता नहीं चला; अगली तुलना में तय होगा।</translation>
    </message>
    <message>
        <source>1 of them, {amount}, is another program&apos;s.</source>
        <translation>इनमें से 1, {amount}, किसी और प्रोग्राम का है।</translation>
    </message>
    <message>
        <source>{count} of them, {amount}, are another program&apos;s.</source>
        <translation>इनमें से {count}, {amount}, किसी और प्रोग्राम के हैं।</translation>
    </message>
    <message>
        <source>1 new payment, {amount}, is another program&apos;s by a rule: F6, R.</source>
        <translation>1 नया भुगतान, {amount}, नियम से किसी और प्रोग्राम का है: F6, R।</translation>
    </message>
    <message>
        <source>{count} new payments, {amount}, are another program&apos;s by a rule: F6, R.</source>
        <translation>{count} नए भुगतान, {amount}, नियम से किसी और प्रोग्राम के हैं: F6, R।</translation>
    </message>
    <message>
        <source>{day}: 1 payment, {amount}.</source>
        <translation>{day}: 1 भुगतान, {amount}।</translation>
    </message>
    <message>
        <source>{day}: {count} payments, {amount}.</source>
        <translation>{day}: {count} भुगतान, {amount}।</translation>
    </message>
    <message>
        <source>{day}: 1 payment, {amount}; it waits for a decision: F6.</source>
        <translation>{day}: 1 भुगतान, {amount}; इस पर निर्णय बाकी है: F6।</translation>
    </message>
    <message>
        <source>{day}: {count} payments, {amount}; some wait for a decision: F6.</source>
        <translation>{day}: {count} भुगतान, {amount}; कुछ पर निर्णय बाकी है: F6।</translation>
    </message>
    <message>
        <source>{day}: the books say something else of {names}.</source>
        <translation>{day}: {names} के बारे में बही कुछ और कहती है।</translation>
    </message>
    <message>
        <source>1 open payment was asked about.</source>
        <translation>1 खुले भुगतान के बारे में पूछा।</translation>
    </message>
    <message>
        <source>{count} open payments were asked about.</source>
        <translation>{count} खुले भुगतानों के बारे में पूछा।</translation>
    </message>
    <message>
        <source>1 payment had come unseen and was taken in now.</source>
        <translation>1 भुगतान बिना दिखे आया था, अब जोड़ लिया गया।</translation>
    </message>
    <message>
        <source>{count} payments had come unseen and were taken in now.</source>
        <translation>{count} भुगतान बिना दिखे आए थे, अब जोड़ लिए गए।</translation>
    </message>
    <message>
        <source>1 payment belongs to nothing that this desk sold: decide it with F6.</source>
        <translation>1 भुगतान इस डेस्क की किसी बिक्री का नहीं है: F6 से निर्णय करें।</translation>
    </message>
    <message>
        <source>{count} payments belong to nothing that this desk sold: decide them with F6.</source>
        <translation>{count} भुगतान इस डेस्क की किसी बिक्री के नहीं हैं: F6 से निर्णय करें।</translation>
    </message>
    <message>
        <source>Other amounts were given back than the books say: {names}.</source>
        <translation>हिसाब से अलग रकम लौटाई गई: {names}।</translation>
    </message>
    <message>
        <source>Every refund matches.</source>
        <translation>हर रिफ़ंड का मिलान ठीक है।</translation>
    </message>
</context>
<context>
    <name>SetupWindow</name>
    <message>
        <source>Set-up of the gateway and of accounts</source>
        <translation>गेटवे और खातों का सेट-अप</translation>
    </message>
    <message>
        <source>Real money moves only when the program is started with --live, with the keys kept here; practice needs no keys.</source>
        <translation>असली पैसे तभी लगते हैं जब प्रोग्राम --live से, यहाँ रखी कुंजियों के साथ शुरू हो; अभ्यास में कुंजी नहीं चाहिए।</translation>
    </message>
    <message>
        <source>With the keys kept here this desk takes UPI and links by Razorpay from its next start; without them it sells by wallet, cash, card slip and the house&apos;s own tenders.</source>
        <translation>यहाँ रखी कुंजियों से यह डेस्क अगली शुरुआत से Razorpay के ज़रिए UPI और लिंक लेता है; उनके बिना वह वॉलेट, नकद, कार्ड पर्ची और अपने भुगतान-तरीकों से बेचता है।</translation>
    </message>
    <message>
        <source>The keys are kept. Start the program with --live to sell with them.</source>
        <translation>कुंजियाँ रख ली गईं। इनसे बेचने के लिए प्रोग्राम --live से शुरू करें।</translation>
    </message>
    <message>
        <source>The keys are kept. They count from the next start of this desk.</source>
        <translation>कुंजियाँ रख ली गईं। वे इस डेस्क की अगली शुरुआत से लागू होंगी।</translation>
    </message>
    <message>
        <source>The key is gone from this computer. Practice works without one.</source>
        <translation>कुंजी इस कंप्यूटर से हट गई। अभ्यास बिना कुंजी के चलता है।</translation>
    </message>
    <message>
        <source>The key is gone from this computer. From the next start this desk has no gateway.</source>
        <translation>कुंजी इस कंप्यूटर से हट गई। अगली शुरुआत से इस डेस्क का कोई गेटवे नहीं होगा।</translation>
    </message>
    <message>
        <source>{name} stands on every paper from now on.</source>
        <translation>अब से हर काग़ज़ पर {name} रहेगा।</translation>
    </message>
</context>
<context>
    <name>ShareBox</name>
    <message>
        <source>E-mail address; Enter mails it</source>
        <translation>ई-मेल पता; Enter से मेल होगा</translation>
    </message>
    <message>
        <source>E-mail address of the recipient</source>
        <translation>पाने वाले का ई-मेल पता</translation>
    </message>
    <message>
        <source>Ctrl+E  mail it      Ctrl+C  copy it as text      Ctrl+M  to the messenger      Ctrl+Shift+E  to the mail program</source>
        <translation>Ctrl+E  मेल करें      Ctrl+C  पाठ के रूप में कॉपी      Ctrl+M  मैसेंजर में      Ctrl+Shift+E  मेल प्रोग्राम में</translation>
    </message>
    <message>
        <source>Copied as text. Ctrl+V puts it into another program.</source>
        <translation>पाठ के रूप में कॉपी हुआ। Ctrl+V से दूसरे प्रोग्राम में डालें।</translation>
    </message>
    <message>
        <source>This slip is the house&apos;s own. Ctrl+E mails it.</source>
        <translation>यह पर्ची संस्था की अपनी है। Ctrl+E से मेल होती है।</translation>
    </message>
    <message>
        <source>Opened with the text. Nothing is sent before you send it there.</source>
        <translation>पाठ के साथ खुल गया। जब तक आप वहाँ न भेजें, कुछ नहीं भेजा जाता।</translation>
    </message>
    <message>
        <source>This PC has no program for it. Ctrl+C copies the text instead.</source>
        <translation>इस PC में इसके लिए प्रोग्राम नहीं है। Ctrl+C पाठ कॉपी करता है।</translation>
    </message>
</context>
<context>
    <name>Shift</name>
    <message>
        <source>too much in the drawer</source>
        <translation>गल्ले में बहुत ज़्यादा है</translation>
    </message>
    <message>
        <source>before a break</source>
        <translation>अवकाश से पहले</translation>
    </message>
    <message>
        <source>for the bank</source>
        <translation>बैंक के लिए</translation>
    </message>
    <message>
        <source>the manager has asked for it</source>
        <translation>प्रबंधक ने माँगा है</translation>
    </message>
    <message>
        <source>Put {amount} into the safe   Enter</source>
        <translation>{amount} तिजोरी में रखें   Enter</translation>
    </message>
    <message>
        <source>Put {amount} into the drawer   Enter</source>
        <translation>{amount} गल्ले में डालें   Enter</translation>
    </message>
    <message>
        <source>Pay {amount} out of the drawer   Enter</source>
        <translation>{amount} गल्ले से दें   Enter</translation>
    </message>
    <message>
        <source>{amount} is in the safe.</source>
        <translation>{amount} तिजोरी में है।</translation>
    </message>
    <message>
        <source>{amount} is in the drawer.</source>
        <translation>{amount} गल्ले में है।</translation>
    </message>
    <message>
        <source>{amount} was paid out.</source>
        <translation>{amount} दिया गया।</translation>
    </message>
    <message>
        <source>This payee got more than ₹10,000.00 in cash today: the tax takes it as no expense.</source>
        <translation>इस व्यक्ति को आज ₹10,000.00 से ज़्यादा नकद मिला: कर में यह खर्च नहीं माना जाता।</translation>
    </message>
    <message>
        <source>✓ The drawer is right to the paisa.</source>
        <translation>✓ गल्ला एक-एक पैसे तक सही है।</translation>
    </message>
    <message>
        <source>▲ {amount} too much</source>
        <translation>▲ {amount} ज़्यादा</translation>
    </message>
    <message>
        <source>▼ {amount} missing</source>
        <translation>▼ {amount} कम</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>गिना गया</translation>
    </message>
    <message>
        <source>by the books</source>
        <translation>बही के अनुसार</translation>
    </message>
    <message>
        <source>into the safe</source>
        <translation>तिजोरी में</translation>
    </message>
    <message>
        <source>stays for the next shift</source>
        <translation>अगली पाली के लिए</translation>
    </message>
    <message>
        <source>slip of the card machine</source>
        <translation>कार्ड मशीन की पर्ची</translation>
    </message>
    <message>
        <source>card, by the books</source>
        <translation>कार्ड, बही के अनुसार</translation>
    </message>
    <message>
        <source>seal</source>
        <translation>मुहर</translation>
    </message>
    <message>
        <source>Nothing is unfinished at this desk.</source>
        <translation>इस काउंटर पर कुछ अधूरा नहीं है।</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>होल्ड</translation>
    </message>
    <message>
        <source>payment under way</source>
        <translation>भुगतान चल रहा है</translation>
    </message>
    <message>
        <source>refund under way</source>
        <translation>वापसी चल रही है</translation>
    </message>
    <message>
        <source>card refund without slip</source>
        <translation>बिना पर्ची की कार्ड वापसी</translation>
    </message>
    <message>
        <source>Still open: {work}</source>
        <translation>अब भी बाकी: {work}</translation>
    </message>
    <message>
        <source>▲ The card machine&apos;s slip has {amount} more than the books.</source>
        <translation>▲ कार्ड मशीन की पर्ची में बही से {amount} ज़्यादा है।</translation>
    </message>
    <message>
        <source>▼ The card machine&apos;s slip has {amount} less than the books.</source>
        <translation>▼ कार्ड मशीन की पर्ची में बही से {amount} कम है।</translation>
    </message>
    <message>
        <source>The last close has left {amount}.</source>
        <translation>पिछले समापन ने {amount} छोड़ा है।</translation>
    </message>
    <message>
        <source>{left} This is {amount} more: say why.</source>
        <translation>{left} यह {amount} ज़्यादा है: कारण बताएँ।</translation>
    </message>
    <message>
        <source>{left} This is {amount} less: say why.</source>
        <translation>{left} यह {amount} कम है: कारण बताएँ।</translation>
    </message>
    <message>
        <source>▲ no shift is open   Ctrl+Shift+O</source>
        <translation>▲ कोई पाली खुली नहीं   Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Shift of {clerk} since {since}, without cash</source>
        <translation>{clerk} की पाली, {since} से, बिना नकद</translation>
    </message>
    <message>
        <source>Shift of {clerk} since {since}, shared</source>
        <translation>{clerk} की पाली, {since} से, साझा</translation>
    </message>
    <message>
        <source>Shift of {clerk} since {since}, alone</source>
        <translation>{clerk} की पाली, {since} से, अकेले</translation>
    </message>
</context>
<context>
    <name>ShiftTable</name>
    <message>
        <source>Shifts</source>
        <translation>पालियाँ</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>काउंटर</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>कौन</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>खुली</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>बंद हुई</translation>
    </message>
    <message>
        <source>Cash ±</source>
        <translation>नकदी ±</translation>
    </message>
    <message>
        <source>Cards ±</source>
        <translation>कार्ड ±</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
</context>
<context>
    <name>ShiftWindow</name>
    <message>
        <source>Shift</source>
        <translation>पाली</translation>
    </message>
    <message>
        <source>Open elsewhere:</source>
        <translation>दूसरी जगह खुली:</translation>
    </message>
    <message>
        <source>The shift is open.</source>
        <translation>पाली खुल गई।</translation>
    </message>
    <message>
        <source>The drawer is {clerk}&apos;s now.</source>
        <translation>गल्ला अब {clerk} का है।</translation>
    </message>
    <message>
        <source>The Z slip is made in a moment: 7 shows the close, P its slip.</source>
        <translation>ज़ेड पर्ची बन रही है: 7 से बंदी दिखेगी, P से उसकी पर्ची।</translation>
    </message>
    <message>
        <source>Count once more; the first count is kept beside it.</source>
        <translation>एक बार फिर गिनें; पहली गिनती साथ रखी जाती है।</translation>
    </message>
    <message>
        <source>Enter  do it      Tab  next      Esc  back</source>
        <translation>Enter  करें      Tab  अगला      Esc  वापस</translation>
    </message>
    <message>
        <source>Go on   Enter</source>
        <translation>आगे   Enter</translation>
    </message>
    <message>
        <source>Enter  go on      P  Z slip      7  likeliest causes, all closes</source>
        <translation>Enter  आगे      P  ज़ेड पर्ची      7  संभावित कारण, सभी बंदियाँ</translation>
    </message>
    <message>
        <source>1  to the safe      2  into the drawer      3  pay out      4  count and close      5  hand over      6  close what was left open elsewhere      7  all closes      Esc  back</source>
        <translation>1  तिजोरी में      2  गल्ले में      3  पैसा दें      4  गिनें और बंद करें      5  सौंपें      6  दूसरी जगह खुली छूटी पाली बंद करें      7  सभी बंदियाँ      Esc  वापस</translation>
    </message>
    <message>
        <source>Open the shift without cash   Enter</source>
        <translation>बिना नकद के पाली खोलें   Enter</translation>
    </message>
    <message>
        <source>Open the shift with {amount}   Enter</source>
        <translation>{amount} के साथ पाली खोलें   Enter</translation>
    </message>
    <message>
        <source>Hand over {amount}   Enter</source>
        <translation>{amount} सौंपें   Enter</translation>
    </message>
    <message>
        <source>Seal the count of {amount}   Enter</source>
        <translation>{amount} की गिनती मुहरबंद करें   Enter</translation>
    </message>
    <message>
        <source>Enter  do it      Tab  next      R  count once more      Esc  back</source>
        <translation>Enter  करें      Tab  अगला      R  फिर गिनें      Esc  वापस</translation>
    </message>
</context>
<context>
    <name>Shifts</name>
    <message>
        <source>✓ accepted by {person}, an own close</source>
        <translation>✓ {person} ने मंज़ूर किया, अपना ही हिसाब</translation>
    </message>
    <message>
        <source>✓ accepted by {person}</source>
        <translation>✓ {person} ने मंज़ूर किया</translation>
    </message>
    <message>
        <source>▲ left open</source>
        <translation>▲ खुली छोड़ी गई</translation>
    </message>
    <message>
        <source>open</source>
        <translation>खुली</translation>
    </message>
    <message>
        <source>closed by {person}</source>
        <translation>{person} ने बंद की</translation>
    </message>
    <message>
        <source>closed, not accepted yet</source>
        <translation>बंद, मंज़ूरी बाकी</translation>
    </message>
    <message>
        <source>Still open. What is in its drawer is told when it has been counted.</source>
        <translation>अभी खुली है। गल्ले में क्या है, यह गिनने के बाद बताया जाता है।</translation>
    </message>
    <message>
        <source>Counted {counted}, the books had {expected}: {difference}.</source>
        <translation>गिना {counted}, बही में {expected}: {difference}।</translation>
    </message>
    <message>
        <source>{safe} to the safe, {left} left for the next shift.</source>
        <translation>{safe} तिजोरी में, {left} अगली पाली के लिए।</translation>
    </message>
    <message>
        <source>Closed by {person}, seal {number}.</source>
        <translation>{person} ने बंद की, मुहर {number}।</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>टिप्पणी: {note}</translation>
    </message>
    <message>
        <source>Accepted by {person}, {moment}. {note}</source>
        <translation>{person} ने {moment} को मंज़ूर किया। {note}</translation>
    </message>
</context>
<context>
    <name>ShiftsWindow</name>
    <message>
        <source>No shift of yours has been closed yet.</source>
        <translation>आपकी कोई पाली अभी बंद नहीं हुई।</translation>
    </message>
    <message>
        <source>Note of the acceptance</source>
        <translation>मंज़ूरी की टिप्पणी</translation>
    </message>
    <message>
        <source>Note: what you found out</source>
        <translation>टिप्पणी: आपको क्या पता चला</translation>
    </message>
    <message>
        <source>↑ ↓  shift      Enter  causes, then booking      P  Z slip      S  day sheet      D  open the drawer      F9  accept      Esc  back</source>
        <translation>↑ ↓  पाली      Enter  कारण, फिर बुकिंग      P  ज़ेड पर्ची      S  दिन का पन्ना      D  गल्ला खोलें      F9  मंज़ूर      Esc  वापस</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>मंज़ूर</translation>
    </message>
    <message>
        <source>Accept {person}&apos;s close, {amount} in cash   F9</source>
        <translation>{person} का हिसाब मंज़ूर करें, नकदी में {amount}   F9</translation>
    </message>
    <message>
        <source>Accept {person}&apos;s close, nothing differs   F9</source>
        <translation>{person} का हिसाब मंज़ूर करें, कोई अंतर नहीं   F9</translation>
    </message>
    <message>
        <source>This shift has no Z slip yet: it is made at the close.</source>
        <translation>इस पाली की ज़ेड पर्ची अभी नहीं है: वह बंद करने पर बनती है।</translation>
    </message>
    <message>
        <source>{person}&apos;s close at {desk} is accepted.</source>
        <translation>{desk} पर {person} का हिसाब मंज़ूर हुआ।</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>पालियाँ</translation>
    </message>
</context>
<context>
    <name>SideColumn</name>
    <message>
        <source>Nothing is held. A hold keeps its units for ten minutes.</source>
        <translation>कुछ होल्ड पर नहीं है। होल्ड दस मिनट तक कमरे और सीटें रोके रखता है।</translation>
    </message>
    <message>
        <source>Enter  go on   Del  give back</source>
        <translation>Enter  आगे   Del  वापस दें</translation>
    </message>
    <message>
        <source>Sold today</source>
        <translation>आज की बिक्री</translation>
    </message>
    <message>
        <source>Amount sold today</source>
        <translation>आज की बिक्री की रकम</translation>
    </message>
    <message>
        <source>Cancelled today</source>
        <translation>आज रद्द</translation>
    </message>
    <message>
        <source>Given back today</source>
        <translation>आज लौटाया</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>पाली</translation>
    </message>
    <message>
        <source>▲ 1 case to decide   F6</source>
        <translation>▲ 1 मामला निर्णय के लिए   F6</translation>
    </message>
    <message>
        <source>▲ {count} cases to decide   F6</source>
        <translation>▲ {count} मामले निर्णय के लिए   F6</translation>
    </message>
    <message>
        <source>HOLDS</source>
        <translation>होल्ड</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>बिके</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>लौटाया</translation>
    </message>
    <message>
        <source>TODAY</source>
        <translation>आज</translation>
    </message>
</context>
<context>
    <name>SlipEntry</name>
    <message>
        <source>Slip of the card machine</source>
        <translation>कार्ड मशीन की पर्ची</translation>
    </message>
    <message>
        <source>Given back on the machine</source>
        <translation>मशीन पर लौटाया</translation>
    </message>
    <message>
        <source>Give {amount} back on the card machine, then enter its slip:</source>
        <translation>{amount} कार्ड मशीन पर लौटाएँ, फिर उसकी पर्ची दर्ज करें:</translation>
    </message>
    <message>
        <source>Enter the slip that the card machine printed for the refund.</source>
        <translation>रिफ़ंड के लिए कार्ड मशीन ने जो पर्ची छापी, उसका नंबर लिखें।</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>manager</source>
        <translation>मैनेजर</translation>
    </message>
    <message>
        <source>clerk</source>
        <translation>क्लर्क</translation>
    </message>
    <message>
        <source>✗ has left</source>
        <translation>✗ छोड़ चुके हैं</translation>
    </message>
    <message>
        <source>▲ has to choose a PIN</source>
        <translation>▲ पिन चुनना बाक़ी</translation>
    </message>
    <message>
        <source>✓ yes</source>
        <translation>✓ हाँ</translation>
    </message>
</context>
<context>
    <name>StaffForm</name>
    <message>
        <source>Code, two figures</source>
        <translation>कोड, दो अंक</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>व्यक्ति का नाम</translation>
    </message>
    <message>
        <source>Manager (Space)</source>
        <translation>मैनेजर (Space)</translation>
    </message>
    <message>
        <source>Does not work here any more (Space)</source>
        <translation>अब यहाँ काम नहीं करते (Space)</translation>
    </message>
    <message>
        <source>Your PIN of now</source>
        <translation>आपका अभी का पिन</translation>
    </message>
    <message>
        <source>A new person: the PIN that you type only leads to an own one.</source>
        <translation>नया व्यक्ति: आपका लिखा पिन केवल उनके अपने पिन तक ले जाता है।</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} को बदलें</translation>
    </message>
    <message>
        <source>A PIN for {name}: with it they choose an own one at the next sign-in.</source>
        <translation>{name} के लिए पिन: इससे वे अगली बार साइन इन करते हुए अपना पिन चुनेंगे।</translation>
    </message>
    <message>
        <source>Your own PIN, {name}</source>
        <translation>आपका अपना पिन, {name}</translation>
    </message>
    <message>
        <source>You, the first manager: from now on each person signs in, you with this code and PIN.</source>
        <translation>आप, पहले मैनेजर: अब से हर व्यक्ति साइन इन करेगा, आप इस कोड और पिन से।</translation>
    </message>
    <message>
        <source>Begin the list   Enter</source>
        <translation>सूची शुरू करें   Enter</translation>
    </message>
    <message>
        <source>Add   Enter</source>
        <translation>जोड़ें   Enter</translation>
    </message>
    <message>
        <source>Change   Enter</source>
        <translation>बदलें   Enter</translation>
    </message>
    <message>
        <source>Give this PIN   Enter</source>
        <translation>यह पिन दें   Enter</translation>
    </message>
    <message>
        <source>Set the PIN   Enter</source>
        <translation>पिन रखें   Enter</translation>
    </message>
</context>
<context>
    <name>StaffTable</name>
    <message>
        <source>Staff</source>
        <translation>कर्मचारी</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>भूमिका</translation>
    </message>
    <message>
        <source>Works here</source>
        <translation>यहाँ काम</translation>
    </message>
</context>
<context>
    <name>StaffWindow</name>
    <message>
        <source>Nobody is written down yet: everybody may do everything, and nobody signs in. N writes down the first person, who is a manager. From that moment each person signs in with two figures and a PIN, and what needs a manager needs one.</source>
        <translation>अभी कोई दर्ज नहीं है: सब कुछ हर कोई कर सकता है और कोई साइन इन नहीं करता। N से पहला व्यक्ति दर्ज होता है, जो मैनेजर है। उसी पल से हर व्यक्ति दो अंकों और पिन से साइन इन करता है, और जिस काम के लिए मैनेजर चाहिए वह मैनेजर से ही होता है।</translation>
    </message>
    <message>
        <source>N  new person      E  change      P  a new PIN for them      O  your own PIN      R  a new recovery code for yourself      Esc  back</source>
        <translation>N  नया व्यक्ति      E  बदलें      P  उनके लिए नया पिन      O  आपका अपना पिन      R  आपका नया रिकवरी कोड      Esc  वापस</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>कर्मचारी</translation>
    </message>
    <message>
        <source>{name} is changed.</source>
        <translation>{name} का विवरण बदल गया।</translation>
    </message>
    <message>
        <source>{name} signs in with this PIN once, and chooses an own one.</source>
        <translation>{name} इस पिन से एक बार साइन इन करके अपना पिन चुनेंगे।</translation>
    </message>
    <message>
        <source>Your PIN is another one from now on.</source>
        <translation>अब से आपका पिन दूसरा है।</translation>
    </message>
    <message>
        <source>{name} works here now.</source>
        <translation>{name} अब यहाँ काम करते हैं।</translation>
    </message>
    <message>
        <source>The two were not alike. Type the new PIN twice.</source>
        <translation>दोनों एक जैसे नहीं थे। नया पिन दो बार लिखें।</translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>Owed at the beginning: {owed}</source>
        <translation>शुरू में उधार: {owed}</translation>
    </message>
    <message>
        <source>Owed at the end: {owed}</source>
        <translation>अंत में उधार: {owed}</translation>
    </message>
    <message>
        <source>▲ Of it overdue: {owed}</source>
        <translation>▲ इसमें से बकाया: {owed}</translation>
    </message>
    <message>
        <source>booking {reference}</source>
        <translation>बुकिंग {reference}</translation>
    </message>
    <message>
        <source>credit note for {reference}</source>
        <translation>{reference} का जमा नोट</translation>
    </message>
    <message>
        <source>of a customer that was made one with this one</source>
        <translation>उस ग्राहक का जिसे इस ग्राहक से मिला दिया गया</translation>
    </message>
    <message>
        <source>paid by {tender} {slip}</source>
        <translation>{tender} से चुकाया {slip}</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Jammu and Kashmir</source>
        <translation>जम्मू और कश्मीर</translation>
    </message>
    <message>
        <source>Himachal Pradesh</source>
        <translation>हिमाचल प्रदेश</translation>
    </message>
    <message>
        <source>Punjab</source>
        <translation>पंजाब</translation>
    </message>
    <message>
        <source>Chandigarh</source>
        <translation>चंडीगढ़</translation>
    </message>
    <message>
        <source>Uttarakhand</source>
        <translation>उत्तराखंड</translation>
    </message>
    <message>
        <source>Haryana</source>
        <translation>हरियाणा</translation>
    </message>
    <message>
        <source>Delhi</source>
        <translation>दिल्ली</translation>
    </message>
    <message>
        <source>Rajasthan</source>
        <translation>राजस्थान</translation>
    </message>
    <message>
        <source>Uttar Pradesh</source>
        <translation>उत्तर प्रदेश</translation>
    </message>
    <message>
        <source>Bihar</source>
        <translation>बिहार</translation>
    </message>
    <message>
        <source>Sikkim</source>
        <translation>सिक्किम</translation>
    </message>
    <message>
        <source>Arunachal Pradesh</source>
        <translation>अरुणाचल प्रदेश</translation>
    </message>
    <message>
        <source>Nagaland</source>
        <translation>नागालैंड</translation>
    </message>
    <message>
        <source>Manipur</source>
        <translation>मणिपुर</translation>
    </message>
    <message>
        <source>Mizoram</source>
        <translation>मिज़ोरम</translation>
    </message>
    <message>
        <source>Tripura</source>
        <translation>त्रिपुरा</translation>
    </message>
    <message>
        <source>Meghalaya</source>
        <translation>मेघालय</translation>
    </message>
    <message>
        <source>Assam</source>
        <translation>असम</translation>
    </message>
    <message>
        <source>West Bengal</source>
        <translation>पश्चिम बंगाल</translation>
    </message>
    <message>
        <source>Jharkhand</source>
        <translation>झारखंड</translation>
    </message>
    <message>
        <source>Odisha</source>
        <translation>ओडिशा</translation>
    </message>
    <message>
        <source>Chhattisgarh</source>
        <translation>छत्तीसगढ़</translation>
    </message>
    <message>
        <source>Madhya Pradesh</source>
        <translation>मध्य प्रदेश</translation>
    </message>
    <message>
        <source>Gujarat</source>
        <translation>गुजरात</translation>
    </message>
    <message>
        <source>Daman and Diu (before 2020)</source>
        <translation>दमन और दीव (2020 से पहले)</translation>
    </message>
    <message>
        <source>Dadra and Nagar Haveli and Daman and Diu</source>
        <translation>दादरा और नगर हवेली तथा दमन और दीव</translation>
    </message>
    <message>
        <source>Maharashtra</source>
        <translation>महाराष्ट्र</translation>
    </message>
    <message>
        <source>Andhra Pradesh (before 2014)</source>
        <translation>आंध्र प्रदेश (2014 से पहले)</translation>
    </message>
    <message>
        <source>Karnataka</source>
        <translation>कर्नाटक</translation>
    </message>
    <message>
        <source>Goa</source>
        <translation>गोवा</translation>
    </message>
    <message>
        <source>Lakshadweep</source>
        <translation>लक्षद्वीप</translation>
    </message>
    <message>
        <source>Kerala</source>
        <translation>केरल</translation>
    </message>
    <message>
        <source>Tamil Nadu</source>
        <translation>तमिलनाडु</translation>
    </message>
    <message>
        <source>Puducherry</source>
        <translation>पुदुच्चेरी</translation>
    </message>
    <message>
        <source>Andaman and Nicobar Islands</source>
        <translation>अंडमान और निकोबार द्वीपसमूह</translation>
    </message>
    <message>
        <source>Telangana</source>
        <translation>तेलंगाना</translation>
    </message>
    <message>
        <source>Andhra Pradesh</source>
        <translation>आंध्र प्रदेश</translation>
    </message>
    <message>
        <source>Ladakh</source>
        <translation>लद्दाख</translation>
    </message>
    <message>
        <source>Other countries</source>
        <translation>अन्य देश</translation>
    </message>
    <message>
        <source>Other territory</source>
        <translation>अन्य क्षेत्र</translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>Stop the sale {days}</source>
        <translation>{days} की बिक्री रोकें</translation>
    </message>
    <message>
        <source>Sell {days} again</source>
        <translation>{days} की बिक्री फिर खोलें</translation>
    </message>
    <message>
        <source>Keep {names} back {days}</source>
        <translation>{days} के लिए {names} रोकें</translation>
    </message>
    <message>
        <source>Cancel {day} for good</source>
        <translation>{day} को हमेशा के लिए रद्द करें</translation>
    </message>
    <message>
        <source>Cancel {day} …</source>
        <translation>{day} को रद्द करें …</translation>
    </message>
    <message>
        <source>Give the money of {day} back …</source>
        <translation>{day} का पैसा लौटाएँ …</translation>
    </message>
    <message>
        <source>{names} kept back {days}.</source>
        <translation>{days} के लिए {names} रोके गए।</translation>
    </message>
    <message>
        <source>Nothing had to be changed.</source>
        <translation>कुछ बदलना नहीं पड़ा।</translation>
    </message>
    <message>
        <source>Off sale {days}: {count} days, {changed} of them were on sale.</source>
        <translation>{days} की बिक्री बंद: {count} दिन, जिनमें से {changed} बिक्री पर थे।</translation>
    </message>
    <message>
        <source>Open again {days}: {count} days, {changed} of them are on sale.</source>
        <translation>{days} फिर खुले: {count} दिन, जिनमें से {changed} बिक्री पर हैं।</translation>
    </message>
    <message>
        <source>1 day is off sale.</source>
        <translation>1 दिन की बिक्री बंद है।</translation>
    </message>
    <message>
        <source>{count} days are off sale.</source>
        <translation>{count} दिनों की बिक्री बंद है।</translation>
    </message>
    <message>
        <source>1 day is on sale again.</source>
        <translation>1 दिन की बिक्री फिर खुली है।</translation>
    </message>
    <message>
        <source>{count} days are on sale again.</source>
        <translation>{count} दिनों की बिक्री फिर खुली है।</translation>
    </message>
    <message>
        <source>▲ {name} on {day}: {taken} of {all} are taken. All of them get everything back; the list comes next. This can&apos;t be undone.</source>
        <translation>▲ {day} को {name}: {all} में से {taken} बिके हैं। सबको पूरा पैसा वापस मिलेगा; आगे सूची आएगी। इसे वापस नहीं लिया जा सकता।</translation>
    </message>
    <message>
        <source>{count} rooms</source>
        <translation>{count} कमरे</translation>
    </message>
    <message>
        <source>{count} seats</source>
        <translation>{count} सीटें</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} जगहें</translation>
    </message>
    <message>
        <source>● on sale</source>
        <translation>● बिक्री पर</translation>
    </message>
    <message>
        <source>◆ full</source>
        <translation>◆ फ़ुल</translation>
    </message>
    <message>
        <source>■ stopped</source>
        <translation>■ बिक्री बंद</translation>
    </message>
    <message>
        <source>✕ cancelled</source>
        <translation>✕ रद्द</translation>
    </message>
    <message>
        <source>■ sale stopped</source>
        <translation>■ बिक्री बंद</translation>
    </message>
    <message>
        <source>The stop {days} is lifted.</source>
        <translation>{days} की रोक हटाई गई।</translation>
    </message>
    <message>
        <source>{names} on sale again.</source>
        <translation>{names} फिर बिक्री पर।</translation>
    </message>
    <message>
        <source>{name}, no day on sale yet</source>
        <translation>{name}, अभी कोई दिन बिक्री पर नहीं</translation>
    </message>
    <message>
        <source>{name}, on sale until {day}</source>
        <translation>{name}, बिक्री {day} तक</translation>
    </message>
    <message>
        <source>{first} – {last}, {count} days</source>
        <translation>{first} – {last}, {count} दिन</translation>
    </message>
</context>
<context>
    <name>StockPage</name>
    <message>
        <source>&amp;What</source>
        <translation>क्या (&amp;W)</translation>
    </message>
    <message>
        <source>What: code, name or route</source>
        <translation>क्या: कोड, नाम या रूट</translation>
    </message>
    <message>
        <source>DLX, pune goa, Sinhagad …</source>
        <translation>DLX, pune goa, Sinhagad …</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>दिन (&amp;D)</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>24 nov, 24-26 nov, sat, +3 …</source>
        <translation>24 nov, 24-26 nov, sat, +3 …</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>रोके गए</translation>
    </message>
    <message>
        <source>Nothing is kept back.</source>
        <translation>कुछ रोका नहीं गया है।</translation>
    </message>
    <message>
        <source>Put back on sale   Del</source>
        <translation>फिर बिक्री पर लाएँ   Del</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>स्टॉक</translation>
    </message>
    <message>
        <source>What is held or sold stays; only what is free is taken off sale.</source>
        <translation>जो होल्ड पर है या बिक चुका है वह रहेगा; सिर्फ़ खाली की बिक्री रुकेगी।</translation>
    </message>
</context>
<context>
    <name>StockPanel</name>
    <message>
        <source>Add to basket   Ctrl+Enter</source>
        <translation>बास्केट में डालें   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Tour dates</source>
        <translation>टूर की तारीख़ें</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>बिक्री पर</translation>
    </message>
</context>
<context>
    <name>StockSearch</name>
    <message>
        <source>The desk sells nothing called “{text}”.</source>
        <translation>यह डेस्क “{text}” नाम का कुछ नहीं बेचता।</translation>
    </message>
    <message>
        <source>“{text}” is no day. Try 24 nov, 24-26 nov, sat, +3 or today.</source>
        <translation>“{text}” कोई दिन नहीं है। 24 nov, 24-26 nov, sat, +3 या today लिखें।</translation>
    </message>
    <message>
        <source>{most} days at most.</source>
        <translation>ज़्यादा से ज़्यादा {most} दिन।</translation>
    </message>
</context>
<context>
    <name>StockWindow</name>
    <message>
        <source>none: the acts are about whole days</source>
        <translation>कोई नहीं: काम पूरे दिनों पर होगा</translation>
    </message>
    <message>
        <source>There is no {names} here.</source>
        <translation>यहाँ {names} नहीं है।</translation>
    </message>
    <message>
        <source>Not free: {names}.</source>
        <translation>खाली नहीं: {names}।</translation>
    </message>
</context>
<context>
    <name>StoryPanel</name>
    <message>
        <source>Story</source>
        <translation>इतिहास</translation>
    </message>
    <message>
        <source>Story of the booking</source>
        <translation>बुकिंग का इतिहास</translation>
    </message>
    <message>
        <source>when</source>
        <translation>कब</translation>
    </message>
    <message>
        <source>who</source>
        <translation>किसने</translation>
    </message>
    <message>
        <source>what</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>details</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Story of {reference}</source>
        <translation>{reference} का इतिहास</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>What the line may mean</source>
        <translation>इस लाइन का मतलब</translation>
    </message>
</context>
<context>
    <name>TaxPapers</name>
    <message>
        <source>Waiting for IRN</source>
        <translation>IRN की प्रतीक्षा में</translation>
    </message>
    <message>
        <source>Invoices due</source>
        <translation>बक़ाया चालान</translation>
    </message>
    <message>
        <source>Filed months</source>
        <translation>दाख़िल महीने</translation>
    </message>
    <message>
        <source>Series of numbers</source>
        <translation>नंबरों की शृंखलाएँ</translation>
    </message>
    <message>
        <source>✓ No paper waits for the portal’s number.</source>
        <translation>✓ कोई काग़ज़ पोर्टल के नंबर की प्रतीक्षा में नहीं है।</translation>
    </message>
    <message>
        <source>✓ Everything that is over has its invoice.</source>
        <translation>✓ जो हो चुका है उस सबका चालान है।</translation>
    </message>
    <message>
        <source>Nobody is registered here: no return is filed. F7 tells how registrations come in.</source>
        <translation>यहाँ कोई पंजीकृत नहीं है: कोई रिटर्न दाख़िल नहीं होता। F7 बताता है कि पंजीकरण कैसे आते हैं।</translation>
    </message>
    <message>
        <source>No paper was made yet.</source>
        <translation>अभी कोई काग़ज़ नहीं बना।</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} दिन</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 दिन</translation>
    </message>
    <message>
        <source>▲ {days}, the law’s 30 are over</source>
        <translation>▲ {days}, क़ानून के 30 पूरे हो गए</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>काग़ज़</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>जारी</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>ख़रीदार</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>प्रतीक्षा</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>बुकिंग</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>What</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>Over since</source>
        <translation>कब पूरा हुआ</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>महीना</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>पंजीकरण</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>By</source>
        <translation>किसने</translation>
    </message>
    <message>
        <source>When</source>
        <translation>कब</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <source>✓ filed</source>
        <translation>✓ दाख़िल</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>फिर खोला गया</translation>
    </message>
    <message>
        <source>open</source>
        <translation>खुली</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>काउंटर</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>वर्ष</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>आख़िरी नंबर</translation>
    </message>
    <message>
        <source>Room left</source>
        <translation>बची जगह</translation>
    </message>
    <message>
        <source>▲ ends soon: {count} numbers are left. Take another desk code.</source>
        <translation>▲ जल्द ख़त्म: {count} नंबर बचे हैं। डेस्क का दूसरा कोड लें।</translation>
    </message>
</context>
<context>
    <name>TaxPapersWindow</name>
    <message>
        <source>1 to 4  list      ↑ ↓  row      Enter  into the fields      O  open it      Esc  back</source>
        <translation>1 से 4  सूची      ↑ ↓  पंक्ति      Enter  ख़ानों में      O  खोलें      Esc  वापस</translation>
    </message>
    <message>
        <source>Tax papers</source>
        <translation>कर के काग़ज़</translation>
    </message>
    <message>
        <source>enter or file</source>
        <translation>दर्ज करें या दाख़िल</translation>
    </message>
</context>
<context>
    <name>TenderBlock</name>
    <message>
        <source>▲ Many UPI payments fail at the moment: another tender is safer.</source>
        <translation>▲ अभी कई UPI भुगतान विफल हो रहे हैं: दूसरा तरीका बेहतर है।</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>नकद मिला</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>मिला</translation>
    </message>
    <message>
        <source>Reference of the card slip</source>
        <translation>कार्ड पर्ची का रेफ़रेंस</translation>
    </message>
    <message>
        <source>approval code as printed, never the card&apos;s number</source>
        <translation>छपा हुआ अप्रूवल कोड, कार्ड का नंबर कभी नहीं</translation>
    </message>
    <message>
        <source>UPI reference</source>
        <translation>UPI रेफ़रेंस</translation>
    </message>
    <message>
        <source>Reference of the UPI payment, 12 figures</source>
        <translation>UPI भुगतान का रेफ़रेंस, 12 अंक</translation>
    </message>
    <message>
        <source>12 figures, UTR or RRN in the payment message</source>
        <translation>12 अंक, भुगतान के संदेश में UTR या RRN</translation>
    </message>
    <message>
        <source>UTR</source>
        <translation>UTR नंबर</translation>
    </message>
    <message>
        <source>Reference of the bank transfer, UTR</source>
        <translation>बैंक ट्रांसफ़र का संदर्भ, UTR</translation>
    </message>
    <message>
        <source>12, 16 or 22 signs, as the bank shows it</source>
        <translation>12, 16 या 22 अक्षर-अंक, जैसा बैंक दिखाए</translation>
    </message>
    <message>
        <source>Cheque number</source>
        <translation>चेक नंबर</translation>
    </message>
    <message>
        <source>Number of the cheque, 6 figures</source>
        <translation>चेक का नंबर, 6 अंक</translation>
    </message>
    <message>
        <source>6 figures, at the foot of the cheque</source>
        <translation>6 अंक, चेक के निचले हिस्से में</translation>
    </message>
    <message>
        <source>Slip reference</source>
        <translation>पर्ची का रेफ़रेंस</translation>
    </message>
    <message>
        <source>{rest} stays to be paid</source>
        <translation>{rest} बाकी रहेगा</translation>
    </message>
    <message>
        <source>Change {change}, {rest}</source>
        <translation>छुट्टे {change}, {rest}</translation>
    </message>
    <message>
        <source>exact amount, no change</source>
        <translation>पूरी रकम, छुट्टे नहीं</translation>
    </message>
    <message>
        <source>Change {change}</source>
        <translation>छुट्टे {change}</translation>
    </message>
    <message>
        <source>{left} → cash {cash}, rounded</source>
        <translation>{left} → नकद {cash}, पूर्णांकित</translation>
    </message>
</context>
<context>
    <name>TenderCorrection</name>
    <message>
        <source>Payment that was entered wrong</source>
        <translation>गलत दर्ज हुआ भुगतान</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>असल में क्या था</translation>
    </message>
    <message>
        <source>Reference of the slip</source>
        <translation>पर्ची का संदर्भ</translation>
    </message>
    <message>
        <source>To which account</source>
        <translation>किस खाते में</translation>
    </message>
    <message>
        <source>PAN, seen or declined</source>
        <translation>PAN, देखा या नहीं दिया</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <source>Correct the tender</source>
        <translation>तरीका ठीक करें</translation>
    </message>
    <message>
        <source>Nothing of this booking was taken by hand.</source>
        <translation>इस बुकिंग का कुछ भी हाथ से नहीं लिया गया।</translation>
    </message>
</context>
<context>
    <name>TopLine</name>
    <message>
        <source>Desk and clerk</source>
        <translation>डेस्क और क्लर्क</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>गेटवे</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>सर्वर</translation>
    </message>
    <message>
        <source>▲ UPI disturbed</source>
        <translation>▲ UPI में गड़बड़ी</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>दिन और समय</translation>
    </message>
    <message>
        <source>Desk {desk} · {clerk}</source>
        <translation>डेस्क {desk} · {clerk}</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>सिर्फ़ पढ़ने के लिए</translation>
    </message>
    <message>
        <source>▲ gateway refuses the keys: type setup; cash, card slip and wallet work</source>
        <translation>▲ गेटवे कुंजियाँ नहीं मानता: setup लिखें; नकद, कार्ड पर्ची और वॉलेट चलते हैं</translation>
    </message>
    <message>
        <source>▲ this PC&apos;s clock is behind: the gateway can&apos;t be reached; set the PC&apos;s clock</source>
        <translation>▲ इस पीसी की घड़ी पीछे है: गेटवे तक पहुँच नहीं; पीसी की घड़ी ठीक करें</translation>
    </message>
    <message>
        <source>▲ this PC&apos;s clock is ahead: the gateway can&apos;t be reached; set the PC&apos;s clock</source>
        <translation>▲ इस पीसी की घड़ी आगे है: गेटवे तक पहुँच नहीं; पीसी की घड़ी ठीक करें</translation>
    </message>
    <message>
        <source>▲ the keyring gave no keys: no gateway until the next start</source>
        <translation>▲ कीरिंग ने कुंजियाँ नहीं दीं: अगली शुरुआत तक कोई गेटवे नहीं</translation>
    </message>
    <message>
        <source>○ gateway not asked yet</source>
        <translation>○ गेटवे से अभी पूछा नहीं</translation>
    </message>
    <message>
        <source>● gateway answers</source>
        <translation>● गेटवे चालू है</translation>
    </message>
    <message>
        <source>▲ gateway does not answer: take cash, card slip or wallet</source>
        <translation>▲ गेटवे जवाब नहीं दे रहा: नकद, कार्ड पर्ची या वॉलेट लें</translation>
    </message>
    <message>
        <source>▲ gateway silent</source>
        <translation>▲ गेटवे चुप है</translation>
    </message>
    <message>
        <source>▲ keys refused</source>
        <translation>▲ कुंजियाँ अस्वीकृत</translation>
    </message>
    <message>
        <source>▲ PC&apos;s clock behind</source>
        <translation>▲ पीसी की घड़ी पीछे</translation>
    </message>
    <message>
        <source>▲ PC&apos;s clock ahead</source>
        <translation>▲ पीसी की घड़ी आगे</translation>
    </message>
    <message>
        <source>▲ no gateway: keyring</source>
        <translation>▲ गेटवे नहीं: कीरिंग</translation>
    </message>
    <message>
        <source>The gateway says that most UPI payments fail now: another tender is safer.</source>
        <translation>गेटवे के अनुसार अभी ज़्यादातर UPI भुगतान विफल हो रहे हैं: दूसरा तरीका बेहतर है।</translation>
    </message>
    <message>
        <source>The gateway says that many UPI payments fail now: another tender is safer.</source>
        <translation>गेटवे के अनुसार अभी कई UPI भुगतान विफल हो रहे हैं: दूसरा तरीका बेहतर है।</translation>
    </message>
    <message>
        <source>The gateway says that some UPI payments fail now: another tender is safer.</source>
        <translation>गेटवे के अनुसार अभी कुछ UPI भुगतान विफल हो रहे हैं: दूसरा तरीका बेहतर है।</translation>
    </message>
    <message>
        <source>The gateway says that UPI is disturbed now: another tender is safer.</source>
        <translation>गेटवे के अनुसार अभी UPI में गड़बड़ी है: दूसरा तरीका बेहतर है।</translation>
    </message>
</context>
<context>
    <name>TopUpList</name>
    <message>
        <source>Last top-ups</source>
        <translation>पिछले जमा</translation>
    </message>
    <message>
        <source>Why it is taken back</source>
        <translation>यह वापस क्यों लिया जा रहा है</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>{top_up}   taken back: {reason}</source>
        <translation>{top_up}   वापस लिया गया: {reason}</translation>
    </message>
    <message>
        <source>Take {amount} back</source>
        <translation>{amount} वापस लें</translation>
    </message>
    <message>
        <source>Choose which top-up is taken back: one that still stands.</source>
        <translation>चुनें कि कौन-सा टॉप-अप वापस लेना है: वह जो अब भी कायम है।</translation>
    </message>
</context>
<context>
    <name>VoidOffer</name>
    <message>
        <source>Void this sale   V</source>
        <translation>बिक्री निरस्त करें   V</translation>
    </message>
    <message>
        <source>Time left to void the sale</source>
        <translation>बिक्री निरस्त करने का बचा समय</translation>
    </message>
</context>
<context>
    <name>WalletCard</name>
    <message>
        <source>Take cash into the wallet</source>
        <translation>वॉलेट में नकद जमा करें</translation>
    </message>
    <message>
        <source>Take {amount} in cash into the wallet</source>
        <translation>{amount} नकद वॉलेट में लें</translation>
    </message>
    <message>
        <source>How much goes into the wallet? Enter the amount that was counted.</source>
        <translation>वॉलेट में कितना जाना है? गिनी हुई राशि लिखें।</translation>
    </message>
    <message>
        <source>{amount} is much for one top-up. Count it, and press once more if it is right.</source>
        <translation>{amount} एक बार के लिए बहुत है। गिन लें, और सही हो तो एक बार फिर दबाएँ।</translation>
    </message>
    <message>
        <source>{amount} in cash went into the wallet; it holds {balance}.</source>
        <translation>{amount} नकद वॉलेट में जमा हुआ; अब वॉलेट में {balance} हैं।</translation>
    </message>
    <message>
        <source>The answer was lost, and {amount} did not go into the wallet. Press again.</source>
        <translation>जवाब खो गया, और {amount} वॉलेट में नहीं गए। फिर से दबाएँ।</translation>
    </message>
    <message>
        <source>Give {amount} back in cash: it is out of the wallet, which holds {balance}.</source>
        <translation>{amount} नकद लौटाएँ: यह वॉलेट से निकल गया है, जिसमें अब {balance} हैं।</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>वॉलेट</translation>
    </message>
    <message>
        <source>Wallet afterwards</source>
        <translation>बाद में वॉलेट</translation>
    </message>
    <message>
        <source>&amp;Cash received</source>
        <translation>नकद मिला (&amp;C)</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>बाद में</translation>
    </message>
</context>
<context>
    <name>WhyKey</name>
    <message>
        <source>Say what and when first: then it can be told why not.</source>
        <translation>पहले क्या और कब बताइए: तब बताया जा सकता है कि क्यों नहीं।</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>Nothing stands in the way: it can be sold.</source>
        <translation>कोई रुकावट नहीं: यह बेचा जा सकता है।</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>और {count} बातें।</translation>
    </message>
    <message>
        <source>{day}: the sale is stopped: {reason}.</source>
        <translation>{day}: बिक्री रुकी है: {reason}।</translation>
    </message>
    <message>
        <source>At least {least} are sold together.</source>
        <translation>कम से कम {least} साथ बिकते हैं।</translation>
    </message>
    <message>
        <source>{thing}: held by {person}, desk {desk}, {left} left, {reference}.</source>
        <translation>{thing}: {person}, काउंटर {desk} के पास होल्ड, {left} बाक़ी, {reference}।</translation>
    </message>
    <message>
        <source>{thing}: {state}, {reference}, sold by {person} at desk {desk}.</source>
        <translation>{thing}: {state}, {reference}, काउंटर {desk} पर {person} ने बेची।</translation>
    </message>
    <message>
        <source>{thing}: blocked until {last} by {person}: {reason}.</source>
        <translation>{thing}: {person} ने {last} तक रोकी है: {reason}।</translation>
    </message>
    <message>
        <source>{day}: the sale is stopped until {last} by {person}: {reason}.</source>
        <translation>{day}: {person} ने {last} तक बिक्री रोकी है: {reason}।</translation>
    </message>
    <message>
        <source>{day}: the departure is cancelled: {reason}.</source>
        <translation>{day}: यात्रा रद्द है: {reason}।</translation>
    </message>
    <message>
        <source>{day}: it was sold until {time} only.</source>
        <translation>{day}: बिक्री केवल {time} तक थी।</translation>
    </message>
    <message>
        <source>{day}: there is no price for that day.</source>
        <translation>{day}: इस दिन का कोई दाम नहीं है।</translation>
    </message>
    <message>
        <source>{thing}: out of use.</source>
        <translation>{thing}: इस्तेमाल में नहीं।</translation>
    </message>
    <message>
        <source>{thing}: for ladies only.</source>
        <translation>{thing}: केवल महिलाओं के लिए।</translation>
    </message>
    <message>
        <source>{least} to {most} are sold together.</source>
        <translation>{least} से {most} साथ बिकते हैं।</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>{what}, on sale until {day}</source>
        <translation>{what}, बिक्री {day} तक</translation>
    </message>
</context>
<context>
    <name>_Table</name>
    <message>
        <source>Bookings and holds of this customer</source>
        <translation>इस ग्राहक की बुकिंग और होल्ड</translation>
    </message>
    <message>
        <source>What</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>संदर्भ</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
</context>
</TS>
