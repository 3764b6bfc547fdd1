<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
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
    <message numerus="yes">
        <source>Imported: %n organisation(s)</source>
        <translation>
            <numerusform>Imported: %n organisation</numerusform>
            <numerusform>Imported: %n organisations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n target</numerusform>
            <numerusform>%n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already.</source>
        <translation>
            <numerusform>%n was known already.</numerusform>
            <numerusform>%n were known already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more row(s) that could not be read.</source>
        <translation>
            <numerusform>And %n more row that could not be read.</numerusform>
            <numerusform>And %n more rows that could not be read.</numerusform>
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
    <name>TargetView</name>
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
</TS>
