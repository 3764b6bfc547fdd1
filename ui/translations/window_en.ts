<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>Batch</name>
    <message numerus="yes">
        <source>Put %n scan(s) in line</source>
        <translation>
            <numerusform>Put %n scan in line</numerusform>
            <numerusform>Put %n scans in line</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) put in line.</source>
        <translation>
            <numerusform>%n scan put in line.</numerusform>
            <numerusform>%n scans put in line.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message numerus="yes">
        <source>%n row(s); arrow keys walk through the values; the same data is in the table.</source>
        <translation>
            <numerusform>%n row; arrow keys walk through the values; the same data is in the table.</numerusform>
            <numerusform>%n rows; arrow keys walk through the values; the same data is in the table.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmergencyUnseen</name>
    <message numerus="yes">
        <source>emergency target(s) not scanned for 90 days</source>
        <translation>
            <numerusform>emergency target not scanned for 90 days</numerusform>
            <numerusform>emergency targets not scanned for 90 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Failed</name>
    <message numerus="yes">
        <source>failed scan(s) this week</source>
        <translation>
            <numerusform>failed scan this week</numerusform>
            <numerusform>failed scans this week</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Interrupted</name>
    <message numerus="yes">
        <source>interrupted scan(s) to resume</source>
        <translation>
            <numerusform>interrupted scan to resume</numerusform>
            <numerusform>interrupted scans to resume</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Missed</name>
    <message numerus="yes">
        <source>page(s) not reached</source>
        <translation>
            <numerusform>page not reached</numerusform>
            <numerusform>pages not reached</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message numerus="yes">
        <source>%n address(es) found</source>
        <translation>
            <numerusform>%n address found</numerusform>
            <numerusform>%n addresses found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not reached</source>
        <translation>
            <numerusform>%n not reached</numerusform>
            <numerusform>%n not reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n barrier(s)</source>
        <translation>
            <numerusform>%n barrier</numerusform>
            <numerusform>%n barriers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterPanel</name>
</context>
<context>
    <name>Running</name>
    <message numerus="yes">
        <source>scan(s) running or waiting</source>
        <translation>
            <numerusform>scan running or waiting</numerusform>
            <numerusform>scans running or waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanBar</name>
    <message numerus="yes">
        <source>barrier(s)</source>
        <translation>
            <numerusform>barrier</numerusform>
            <numerusform>barriers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>to be judged</source>
        <translation>
            <numerusform>to be judged</numerusform>
            <numerusform>to be judged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>examined</source>
        <translation>
            <numerusform>examined</numerusform>
            <numerusform>examined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not reached</source>
        <translation>
            <numerusform>not reached</numerusform>
            <numerusform>not reached</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TargetView</name>
    <message numerus="yes">
        <source>{0}: paused; %n page(s) were examined and kept.</source>
        <translation>
            <numerusform>{0}: paused; %n page was examined and kept.</numerusform>
            <numerusform>{0}: paused; %n pages were examined and kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: stopped; %n page(s) were examined and kept.</source>
        <translation>
            <numerusform>{0}: stopped; %n page was examined and kept.</numerusform>
            <numerusform>{0}: stopped; %n pages were examined and kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: the scan is complete, %n page(s) examined.</source>
        <translation>
            <numerusform>{0}: the scan is complete, %n page examined.</numerusform>
            <numerusform>{0}: the scan is complete, %n pages examined.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermsOverdue</name>
    <message numerus="yes">
        <source>term(s) overdue</source>
        <translation>
            <numerusform>term overdue</numerusform>
            <numerusform>terms overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermsThisWeek</name>
    <message numerus="yes">
        <source>term(s) within a week</source>
        <translation>
            <numerusform>term within a week</numerusform>
            <numerusform>terms within a week</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LettersToReview</name>
    <message numerus="yes">
        <source>letter(s) waiting for review</source>
        <translation>
            <numerusform>letter waiting for review</numerusform>
            <numerusform>letters waiting for review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsToReview</name>
    <message numerus="yes">
        <source>finding(s) for you to review</source>
        <translation>
            <numerusform>finding for you to review</numerusform>
            <numerusform>findings for you to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepliesReceived</name>
    <message numerus="yes">
        <source>reply(s) to answer</source>
        <translation>
            <numerusform>reply to answer</numerusform>
            <numerusform>replies to answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmergencyBarriers</name>
    <message numerus="yes">
        <source>new steady barrier(s) on emergency routes</source>
        <translation>
            <numerusform>new steady barrier on emergency routes</numerusform>
            <numerusform>new steady barriers on emergency routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message numerus="yes">
        <source>Done: %n organisation(s)</source>
        <translation>
            <numerusform>Done: %n organisation</numerusform>
            <numerusform>Done: %n organisations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) can be scanned: choose one and press F5.</source>
        <translation>
            <numerusform>%n target can be scanned: choose it and press F5.</numerusform>
            <numerusform>%n targets can be scanned: choose one and press F5.</numerusform>
        </translation>
    </message>
</context>
</TS>
