// In place of TDesign's icon, whose font comes from a server on the internet: our pages draw none of them.
Component({
  externalClasses: ['t-class'],
  properties: { name: String, size: String, color: String, prefix: String, customStyle: String },
})
