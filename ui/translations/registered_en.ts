<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>ImportView</name>
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
        <source>%n row(s) could not be used.</source>
        <translation>
            <numerusform>%n row could not be used.</numerusform>
            <numerusform>%n rows could not be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n organisation(s)</source>
        <translation>
            <numerusform>Import %n organisation</numerusform>
            <numerusform>Import %n organisations</numerusform>
        </translation>
    </message>
</context>
</TS>
